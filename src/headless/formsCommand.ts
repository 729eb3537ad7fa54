import { dateTitle, dayTitle, type CalendarDate } from '../assessment/calendarDate';
import { monthsOf, monthTitle, quarterOf, quarterTitle, type Month, type Quarter } from '../assessment/period';
import { knownRaters, makeSplitForms, previewArchive, previewForms, type SplitForms } from '../excel';
import { xlsxOf } from '../files';
import type { ArchiveLine } from '../forms/paper/archiveLines';
import type { MadeForm, PeopleChoice } from '../forms/paper/made';
import type { Split } from '../forms/paper/split';
import { problemOf, writeBook, type WriteGiven } from './answer';
import { onHost } from './embedded';
import { checkFolder, openFile, saveIntoFolder, whileWriting } from './files';
import { NotDone, type Answer } from './outcome';
import { planLines } from './readable';
import { problemParts } from './problemReport';
import { section, title, type Part } from './report';
import { tell } from './terminal';

interface FormsGiven extends WriteGiven {
  readonly month: Month | null;
  /** Its three months at once. */
  readonly quarter: Quarter | null;
  readonly annex: 1 | 2 | 3;
  readonly department: string | null;
  readonly name: string | null;
  readonly rater: readonly string[];
  readonly 'all-raters': boolean;
  /** A file each; `out` is their folder then. */
  readonly split: Split | null;
  readonly protect: boolean;
}

const HINT = '；用 --help 查看用法';

/**
 * Makes empty forms of an annex and writes a copy of the workbook with them, or files to hand out.
 *
 * @throws NotDone when there is no roster, or nobody on it is meant
 */
export async function makeForms(given: FormsGiven): Promise<Answer> {
  const { annex, rater, split, protect } = given;
  const months = monthsOfGiven(given);
  if (annex !== 3 && (rater.length > 0 || given['all-raters'])) {
    throw new NotDone(
      `只有附件3按评委生成，--annex ${annex} 不能用 --${rater.length > 0 ? 'rater' : 'all-raters'}${HINT}`,
    );
  }
  if (split !== null) checkSplit(split, given);
  const heading = title(`【${periodOfGiven(given)}附件${annex}】`);
  const wanted = async () => ({
    annex,
    months,
    people: peopleOf(given),
    raters: await ratersOf(given, months),
    protect,
  });
  if (split !== null) return handOut(given, heading, async () => makeSplitForms(await wanted(), split));
  return writeBook(given, {
    command: '制作表格',
    makes: '带空白表格的工作簿',
    preview: async () => previewForms(await wanted()),
    nothing: ({ refused, problems }) =>
      refused ? `：${problems.find(({ severity }) => severity === 'error')?.message ?? ''}` : undefined,
    json: ({ forms }) => ({ forms }),
    report: ({ forms }) => [heading, ...section('生成', forms.map(formLine))],
  });
}

/** One month, or the three of a quarter. */
function monthsOfGiven({ month, quarter }: FormsGiven): readonly Month[] {
  if (month !== null && quarter !== null) throw new NotDone(`forms 用 --month 或 --quarter 指定期间，二者选一${HINT}`);
  if (month !== null) return [month];
  if (quarter !== null) return monthsOf(quarter);
  throw new NotDone(`forms 需要用 --month 指定月份，如 --month 2020-07，或用 --quarter 指定季度${HINT}`);
}

function periodOfGiven({ month, quarter }: FormsGiven): string {
  return quarter === null ? monthTitle(month ?? '') : quarterTitle(quarter);
}

function checkSplit(split: Split, { annex, rater, 'all-raters': all }: FormsGiven): void {
  if (split === 'person' && annex === 3) {
    throw new NotDone(`附件3是给评委打分的，不按人分；请用 --split rater 或 --split department${HINT}`);
  }
  if (split === 'rater' && annex !== 3) {
    throw new NotDone(`附件${annex}由本人填写，不按评委分；请用 --split person 或 --split department${HINT}`);
  }
  if (split === 'rater' && rater.length === 0 && !all) {
    throw new NotDone(`--split rater 需要用 --rater 指定评委，或加 --all-raters${HINT}`);
  }
}

/** @throws NotDone where nobody is known to score */
async function ratersOf({ rater, 'all-raters': all }: FormsGiven, months: readonly Month[]): Promise<string[]> {
  const known = all ? await knownRaters(quarterOf(months[0] ?? '')) : [];
  if (all && known.length === 0) {
    throw new NotDone('没有考核领导小组名单，测评表上也没有评委；请先生成并填写名单，或用 --rater 指定评委');
  }
  return [...new Set([...rater, ...known].map((each) => each.trim()))];
}

/**
 * Writes files to hand out into a folder.
 *
 * @throws NotDone when there is no roster, or nobody on it is meant
 */
async function handOut(
  { book: file, json, out, force }: FormsGiven,
  heading: Part,
  make: () => Promise<SplitForms>,
): Promise<Answer> {
  const workbook = await openFile(file);
  if (out !== null) await checkFolder(out);
  const run = () => onHost(workbook, made);
  return out === null ? run() : whileWriting(out, run);

  async function made(): Promise<Answer> {
    tell('正在生成表格');
    const { files, refused, problems } = await make();
    if (refused) {
      throw new NotDone(`“${file}”：${problems.find(({ severity }) => severity === 'error')?.message ?? ''}`);
    }
    const isWritten = out !== null && files.length > 0;
    if (isWritten) {
      tell(`正在写入“${out}”`);
      const written = [];
      for (const each of files) written.push({ name: each.file, bytes: await xlsxOf(each.sheets) });
      await saveIntoFolder(written, out, { input: file, force });
    }
    if (json) {
      const answer = { files: files.map(({ file: name, forms }) => ({ file: name, forms })), problems };
      return { text: JSON.stringify(answer, null, 1), problems };
    }
    const outcome = isWritten
      ? `已写入“${out}”：${files.length}个文件，工作簿未改动。`
      : files.length === 0
        ? '没有要分发的文件。'
        : '没有写文件；用 --out 文件夹 生成要分发的文件。';
    const lines = files.map(({ file: name, forms }) => `  ${name}：${forms.length}份`);
    return { text: [heading, ...section('文件', lines), ...problemParts(problems), outcome], problems };
  }
}

/** Everybody, unless a department or a name is given; a name alone looks in every department. */
function peopleOf({ department, name }: Pick<FormsGiven, 'department' | 'name'>): PeopleChoice {
  if (name !== null) return { kind: 'person', department: department ?? '', name };
  return department === null ? { kind: 'all' } : { kind: 'department', department };
}

interface ArchiveGiven extends WriteGiven {
  readonly month: Month;
  /** What is not due yet is not missing. */
  readonly today: CalendarDate;
}

/**
 * Copies a month's forms for print, and lists what was filed.
 *
 * @throws NotDone when the workbook has no forms of the month
 */
export function archiveMonth({ month, today, ...given }: ArchiveGiven): Promise<Answer> {
  return writeBook(given, {
    command: '归档',
    makes: '带归档清单和成套表格的工作簿',
    preview: () => previewArchive({ month, today }),
    nothing: problemOf('ARCHIVE_NOTHING'),
    json: ({ refused, lines }) => ({ month, today, refused, lines }),
    report: ({ lines, ...preview }) => [
      title(`【${monthTitle(month)}归档】`),
      ...planLines(preview),
      ...section('归档', lines.filter(({ missing }) => !missing).map(archiveLine)),
      ...section('缺', lines.filter(({ missing }) => missing).map(archiveLine)),
    ],
  });
}

function archiveLine({ department, name, annex, period, sheet, note }: ArchiveLine): string {
  const about = [annex, department, name, period].filter((part) => part !== '').join(' ');
  return `  ${about}${sheet === '' ? '' : `：${sheet}`}${note === '' ? '' : `（${note}）`}`;
}

function formLine({ sheet, range, department, name, from, to, people, rater }: MadeForm): string {
  const week = from === undefined || to === undefined ? '' : `${dateTitle(from)}至${dayTitle(to)}`;
  const about = [
    department,
    name,
    week,
    people === undefined ? '' : `${people}人`,
    rater === undefined || rater === null ? '' : `评委${rater}`,
  ];
  return `  ${sheet} ${range}：${about.filter((part) => part !== '').join(' ')}`;
}
