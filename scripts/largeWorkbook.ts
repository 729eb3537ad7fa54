/**
 * A workbook of invented people, to see what size does: three score sheets (附件3) as in test/fixtures/2020Q3.xlsx.
 *
 *     node --require ./scripts/typescript.js scripts/largeWorkbook.ts 3000 large.xlsx
 */
import { writeFileSync } from 'node:fs';

import { writeXlsx } from 'hucre/xlsx';
import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';

const HEADINGS = [
  '科室',
  '姓名',
  '政治品质（20%）',
  '工作作风（10%）',
  '廉洁自律（10%）',
  '学习指标（10%）',
  '业务经办指标（30%）',
  '目标实施指标（10%）',
  '争先创优指标（10%）',
  '总分',
];
const SCORES = 7;
const LOWEST_SCORE = 55;
const HIGHEST_SCORE = 99;
const MONTHS = [7, 8, 9];
const PEOPLE_IN_DEPARTMENT = 20;

const FIELDS = ['综合', '人事', '财务', '法规', '外贸', '外资', '商贸', '园区', '项目', '信息'];
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎'.split('');
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰萍红鹏辉建国文斌志海波宁云飞晓梅思远子涵雨欣'.split(
  '',
);
/** A prime that divides no number of names: steps of it meet every name once before the first comes again. */
const NAME_STEP = 7919;

const thin = { style: 'thin' } as const;
const BORDERED: CellStyle = { border: { top: thin, bottom: thin, left: thin, right: thin } };

interface Person {
  readonly department: string;
  readonly name: string;
}

/** The same numbers for the same seed, evenly spread from 0 up to 1 (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** So many people in departments of {@link PEOPLE_IN_DEPARTMENT}, no two of the same name. */
function inventPeople(count: number): Person[] {
  const names = SURNAMES.length * GIVEN.length ** 2;
  if (count > names) throw new RangeError(`There are only ${String(names)} names.`);
  const pick = (list: readonly string[], index: number): string => list[Math.floor(index) % list.length] ?? '';
  return Array.from({ length: count }, (_, index) => {
    const place = (index * NAME_STEP) % names;
    const given = place / SURNAMES.length;
    const department = Math.floor(index / PEOPLE_IN_DEPARTMENT);
    return {
      department: `${pick(FIELDS, department)}${String(Math.floor(department / FIELDS.length) + 1)}科`,
      name: pick(SURNAMES, place) + pick(GIVEN, given) + pick(GIVEN, given / GIVEN.length),
    };
  });
}

function scoreSheet(month: number, people: readonly Person[], random: () => number): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const write = (row: number, column: number, value: string | number | null, style?: CellStyle): void => {
    cells.set(`${String(row)},${String(column)}`, style ? { value, style } : { value });
  };
  write(0, 0, '附件3');
  write(1, 0, '公务员平时（每月）考核测评表');
  write(2, 0, '分管领导签字：');
  write(2, 7, `2020年${String(month)}月`);
  HEADINGS.forEach((heading, column) => {
    write(3, column, heading, BORDERED);
  });
  people.forEach(({ department, name }, index) => {
    const scores = Array.from(
      { length: SCORES },
      () => LOWEST_SCORE + Math.floor(random() * (HIGHEST_SCORE - LOWEST_SCORE + 1)),
    );
    [department, name, ...scores, null].forEach((value, column) => {
      write(index + 4, column, value, BORDERED);
    });
  });
  write(people.length + 4, 0, '备注：此表由考核领导小组根据人员各方面实际表现进行打分。');
  const merges = [{ startRow: 1, startCol: 0, endRow: 1, endCol: HEADINGS.length - 1 }];
  return { name: `2020年${String(month)}月测评表`, cells, merges };
}

/** The bytes of an .xlsx with so many people's scores in each month of 2020's third quarter, the same at each call. */
export async function largeWorkbook(people: number): Promise<Uint8Array> {
  const random = randomNumbers(people);
  const invented = inventPeople(people);
  return writeXlsx({ sheets: MONTHS.map((month) => scoreSheet(month, invented, random)) });
}

async function main([people, file]: readonly string[]): Promise<void> {
  if (!Number.isInteger(Number(people)) || Number(people) < 1 || file === undefined) {
    console.error('用法 usage: node --require ./scripts/typescript.js scripts/largeWorkbook.ts <people> <book.xlsx>');
    process.exitCode = 2;
    return;
  }
  writeFileSync(file, await largeWorkbook(Number(people)));
}

if (require.main === module) void main(process.argv.slice(2));
