import fc from 'fast-check';
import { isSimilarName, perhaps, similarNames } from '../../../src/forms/words/similarNames';

test.each([
  ['卫槎', '卫涛', 'one character is another'],
  ['王健国', '王建国', 'in the middle'],
  ['汪建国', '王建国', 'the surname, of three characters'],
  ['王建', '王建国', 'one is left out at the end'],
  ['张小伟', '张伟', 'one is put in'],
  ['欧阳', '欧阳娜', 'after a surname of two'],
  ['𠮷田', '𠮷男', 'a character of the rare planes is one'],
])('%s is like %s: %s', (one, other) => {
  expect([isSimilarName(one, other), isSimilarName(other, one)]).toEqual([true, true]);
});

test.each([
  ['卫涛', '卫涛', 'the same'],
  ['王伟', '李伟', 'of two characters the surname is what tells'],
  ['王建国', '李建军', 'two differ'],
  ['王建国', '国建王', 'turned around'],
  ['张', '张伟', 'one alone is no name'],
  ['王建国', '王', 'two are left out'],
  ['', '张伟', 'nothing'],
])('%s is not like %s: %s', (one, other) => {
  expect([isSimilarName(one, other), isSimilarName(other, one)]).toEqual([false, false]);
});

test('whatever one character does to a name of three or more leaves it similar, and the same name never is', () => {
  const character = fc.constantFrom(...Array.from('王李张刘陈建国伟芳娜敏静强'));
  const name = fc.array(character, { minLength: 3, maxLength: 5 });
  fc.assert(
    fc.property(name, fc.nat(4), character, (letters, place, other) => {
      const at = place % letters.length;
      const [before, behind] = [letters.slice(0, at), letters.slice(at + 1)];
      const text = letters.join('');
      const replaced = [...before, other, ...behind].join('');
      expect(isSimilarName(text, replaced)).toBe(replaced !== text);
      expect(isSimilarName(text, [...before, ...behind].join(''))).toBe(true);
      expect(isSimilarName(text, [...before, other, ...letters.slice(at)].join(''))).toBe(true);
      expect(isSimilarName(text, text)).toBe(false);
    }),
  );
});

test('a name is asked about once, and of many similar ones three are', () => {
  const known = ['卫涛', '卫涛', '卫平', '卫东', '卫民', '赵敏'];
  expect(similarNames('卫槎', known)).toEqual(['卫涛', '卫平', '卫东']);
  expect(perhaps(similarNames('卫槎', ['卫涛']))).toBe('，是否为卫涛？');
  expect(perhaps(similarNames('钱多', known))).toBe('，');
});
