import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { quarterTitle } from '../assessment/period';
import { previewImport, type ImportPreview } from '../excel';
import { readFiles } from '../files';
import { choosable, type Contradiction } from '../forms/collect/collection';
import type { ImportKind } from '../forms/import/kinds';
import type { ImportTable } from '../forms/import/outside';
import type { Certainty } from '../forms/import/proposal';
import { writeBook, type WriteGiven } from './answer';
import { NotDone, type Answer } from './outcome';
import { planLines } from './readable';
import { section, table, title, type Part } from './report';
import { tell } from './terminal';

interface ImportGiven extends WriteGiven {
  /** The other workbooks. */
  readonly from: readonly string[];
  readonly map: readonly (readonly [heading: string, label: string])[];
  readonly as: readonly (readonly [sheet: string, kind: ImportKind])[];
  readonly take: readonly (readonly [title: string, choice: string])[];
}

const CERTAINTIES: Readonly<Record<Certainty, string>> = {
  known: '栏目名相同',
  chosen: '由您指定',
  remembered: '上次记住的',
  guessed: '推测，待确认',
  none: '未使用',
};

/**
 * Takes over what other workbooks have and this one lacks. Tables whose headings nobody knows are proposed, and taken once
 * `--map` has confirmed what was guessed.
 *
 * @throws NotDone when a file is not there, or the copy cannot be written
 */
export async function importInto({ from, map, as, take, ...given }: ImportGiven): Promise<Answer> {
  for (const path of from) tell(`正在读取“${basename(path)}”`);
  const files = await readFiles(from.map((path) => ({ name: basename(path), bytes: () => bytesOf(path) })));
  const missing = from.find((_, i) => {
    const file = files[i];
    return file !== undefined && 'problem' in file && file.problem.code === 'FILE_UNREACHABLE';
  });
  if (missing !== undefined) throw new NotDone(`找不到文件“${missing}”，或无法读取`);
  const choices = {
    headings: new Map(map),
    tables: new Map(as.map(([sheet, kind]) => [sheet, { kind }])),
    forms: new Map(take),
  };
  return writeBook(given, {
    command: '导入',
    makes: '导入后的工作簿',
    preview: () => previewImport(files, choices),
    json: ({ tables, counts, forms, contradictions }) => ({
      tables: tables.map(({ file, sheet, kind, isConfirmed, heading, columns }) => ({
        ...{ file, sheet, kind, isConfirmed, cell: heading.cell },
        columns: columns.map(({ heading: written, label, certainty }) => ({ heading: written, label, certainty })),
      })),
      people: counts.people,
      entries: counts.entries,
      reviews: [...counts.reviews].map(([quarter, people]) => ({ quarter, people })),
      forms,
      contradictions: contradictions.map((each) => ({
        title: each.title,
        choices: choosable(each).map(({ choice }) => choice),
        chosen: each.chosen,
      })),
      present: counts.present,
    }),
    report: (preview) => [
      title('【导入】'),
      ...section('导入', countLines(preview)),
      ...preview.tables.flatMap(tableParts),
      ...section('请选择采用哪一份', preview.contradictions.flatMap(choiceLines)),
      ...planLines(preview),
    ],
  });
}

async function bytesOf(path: string): Promise<Uint8Array> {
  return readFile(path);
}

/** How much there is of each kind. */
function countLines({ counts: { people, entries, reviews, present }, forms }: ImportPreview): string[] {
  return [
    ...[...reviews].map(([quarter, count]) => `  ${quarterTitle(quarter)}审定表：${count}人`),
    ...(people === 0 ? [] : [`  人员名册：${people}人`]),
    ...(entries === 0 ? [] : [`  特殊情形登记：${entries}行`]),
    ...(forms === 0 ? [] : [`  填好的表：${forms}份`]),
    ...(present === 0 ? [] : [`  已在本工作簿、不重复导入：${present}行`]),
  ];
}

/** What is to be typed for one of the forms that differ; nothing once that is chosen. */
function choiceLines(contradiction: Contradiction): string[] {
  const { title: of, chosen } = contradiction;
  if (chosen !== null) return [];
  const options = choosable(contradiction).map(
    ({ choice, place: { sheet, cell } }) => `    --take '${of}=${choice}'（${sheet} ${cell}）`,
  );
  return [`  ${of}`, ...options];
}

/** What a table's columns are, and what is to be typed where that was guessed. */
function tableParts({ file, sheet, kind, columns, isConfirmed }: ImportTable): Part[] {
  const guessed = columns.filter(({ certainty }) => certainty === 'guessed');
  const words = guessed.map(({ heading, label }) => ` --map '${heading}=${label}'`).join('');
  return [
    { kind: 'line', text: `表头对应：${file} ${sheet}（${kind ?? '未识别'}）`, tone: 'heading' },
    table(
      ['表头', '栏目', '如何得知', '第一个值'],
      columns.map(({ heading, label, certainty, example }) => [
        heading,
        label === '' ? '—' : label,
        CERTAINTIES[certainty],
        example,
      ]),
    ),
    ...(kind === null || isConfirmed || guessed.length === 0
      ? []
      : [`  对应无误时加上${words}；有误的改“=”后的栏目，不要的列写 不导入`]),
  ];
}
