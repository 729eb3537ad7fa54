import { below, draw, unpredictableWord, type RandomWord } from '../../src/assessment/draw';

/** Gives these words in turn. */
function words(...given: readonly number[]): RandomWord {
  let next = 0;
  return () => {
    const word = given[next++];
    if (word === undefined) throw new Error('no more words');
    return word;
  };
}

test('a word that would make the first candidates likelier is thrown away', () => {
  // 2³² = 3 × 1431655765 + 1: the last word alone would favour the first candidate.
  expect(below(3, words(2 ** 32 - 1, 2 ** 32 - 2))).toBe(2);
  expect(below(3, words(2 ** 32 - 1, 5))).toBe(2);
  expect(below(4, words(2 ** 32 - 1))).toBe(3);
});

test('the drawn come one after another from those who are left, in the order of the draw', () => {
  expect(draw(['甲', '乙', '丙', '丁'], 3, words(1, 1, 1))).toEqual(['乙', '丙', '丁']);
  expect(draw(['甲', '乙', '丙'], 0, words())).toEqual([]);
  expect(draw(['甲', '乙'], 2, words(1, 0))).toEqual(['乙', '甲']);
});

test('the source of a draw gives whole numbers of 32 bits, and not the same one again and again', () => {
  const given = Array.from({ length: 50 }, unpredictableWord);
  expect(given.filter((word) => !Number.isInteger(word) || word < 0 || word >= 2 ** 32)).toEqual([]);
  expect(new Set(given).size).toBeGreaterThan(1);
});

test('nobody is drawn twice, and the candidates stay as they are', () => {
  const candidates = Array.from({ length: 20 }, (_, i) => `科长${i}`);
  const before = [...candidates];
  const drawn = draw(candidates, 20);
  expect([...drawn].sort()).toEqual([...before].sort());
  expect(candidates).toEqual(before);
});

test('more than there are candidates cannot be drawn', () => {
  expect(() => draw(['甲'], 2)).toThrow(new RangeError('cannot draw 2 of 1'));
  expect(() => draw(['甲'], -1)).toThrow(RangeError);
  expect(() => draw(['甲'], 0.5)).toThrow(RangeError);
});

test('every pair of four is drawn about equally often', () => {
  let state = 1;
  // A fixed sequence, so that the test gives the same result in every run.
  const word: RandomWord = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
  const mixed: RandomWord = () => {
    const one = word();
    return (one ^ (one >>> 16)) >>> 0;
  };
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const pair = draw(['甲', '乙', '丙', '丁'], 2, mixed).sort().join('');
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});
