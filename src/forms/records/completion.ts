import type { SnapshotValue } from '../grid/snapshot';
import type { Completion } from './record';
import { normalizeLabel } from '../words/text';

/** 完结情况 as people write it (ambiguity 35: no vocabulary is prescribed). */
const WORDS: readonly (readonly [Completion, readonly string[]])[] = [
  [
    '已完成',
    [
      '已完成',
      '完成',
      '已办结',
      '办结',
      '已完结',
      '完结',
      '已结束',
      '已落实',
      '全部完成',
      '按时完成',
      '按期完成',
      '如期完成',
      '是',
      '√',
      '✓',
      '✔',
      '☑',
      '✅',
    ],
  ],
  [
    '进行中',
    [
      '进行中',
      '正在进行',
      '正在办理',
      '办理中',
      '在办',
      '正在推进',
      '推进中',
      '持续推进',
      '持续进行',
      '长期坚持',
      '部分完成',
    ],
  ],
  ['未完成', ['未完成', '未办结', '未完结', '没有完成', '尚未完成', '未开始', '未办理', '否', '×', '✗', '✘', '☒']],
];

const COMPLETION_OF = new Map(WORDS.flatMap(([completion, words]) => words.map((word) => [word, completion] as const)));

/** A cell of 完结情况 as written; a fraction is a percentage, whose format tells no more than that. */
export function completionText(value: SnapshotValue, text: string): string {
  return typeof value === 'number' && value >= 0 && value <= 1 ? `${Number((value * 100).toFixed(2))}%` : text;
}

/** 完成 已办结 ✓ 100% → 已完成, 正在办理 50% → 进行中, 未办结 → 未完成; null for words that say none of it. */
export function readCompletion(text: string): Completion | null {
  const label = normalizeLabel(text);
  // The reason may stand behind the word (R20: an unfinished task needs one).
  const [head = ''] = label.split(/[,，、;；。.:(（]/);
  const known = COMPLETION_OF.get(head);
  if (known !== undefined) return known;
  const percent = /(\d+(?:\.\d+)?)%/.exec(label)?.[1];
  if (percent === undefined) return null;
  const done = Number(percent);
  return done >= 100 ? '已完成' : done > 0 ? '进行中' : '未完成';
}
