import type { CalendarDate } from '../assessment/calendarDate';
import { quarterTitle, type Quarter } from '../assessment/period';
import { docxBytes } from '../docx';
import { makeDocuments, type DocumentOptions } from '../excel';
import {
  DOCUMENT_KINDS,
  QUARTER_DOCUMENTS,
  YEAR_DOCUMENTS,
  type DocumentKind,
  type PaperDocument,
} from '../forms/documents/document';
import { onHost } from './embedded';
import { checkFolder, openFile, saveIntoFolder, whileWriting } from './files';
import { NotDone, type Answer } from './outcome';
import { problemParts } from './problemReport';
import { section, title } from './report';
import { tell } from './terminal';

interface DocumentsGiven {
  readonly book: string;
  readonly json: boolean;
  readonly quarter: Quarter | null;
  readonly year: number | null;
  /** Empty: all of the period. */
  readonly kind: readonly DocumentKind[];
  readonly start: CalendarDate | null;
  readonly today: CalendarDate;
  readonly out: string | null;
  readonly force: boolean;
}

/**
 * Makes the Word documents of a quarter or a year, and writes them into a folder.
 *
 * @throws NotDone for a quarter without a 审定表, a year without anything decided, or files that are there
 */
export async function documentsOf(given: DocumentsGiven): Promise<Answer> {
  const { book: file, json, out, force } = given;
  const options = optionsOf(given);
  const workbook = await openFile(file);
  if (out !== null) await checkFolder(out);
  const run = () => onHost(workbook, made);
  return out === null ? run() : whileWriting(out, run);

  async function made(): Promise<Answer> {
    tell('正在生成文稿');
    const { documents, problems } = await makeDocuments(options);
    const nothing = problems.find(({ code }) => NOTHING.has(code));
    if (nothing !== undefined) throw new NotDone(`“${file}”：${nothing.message}`);
    const isWritten = out !== null && documents.length > 0;
    if (isWritten) {
      tell(`正在写入“${out}”`);
      const files = [];
      for (const document of documents) files.push({ name: fileOf(document), bytes: await docxBytes(document) });
      await saveIntoFolder(files, out, { input: file, force });
    }
    if (json) return { text: JSON.stringify({ ...described(given, documents), problems }, null, 1), problems };
    const hasErrors = problems.some(({ severity }) => severity === 'error');
    const outcome = isWritten
      ? `已写入“${out}”：${documents.length}个文件，工作簿未改动。`
      : hasErrors
        ? '有错误，没有写文件；请改正后重新运行，或用 --kind 只生成其他文稿。'
        : documents.length === 0
          ? '没有可以生成的文稿。'
          : '没有写文件；用 --out 文件夹 生成 Word 文稿。';
    return {
      text: [
        title(`【${periodOf(given)}文稿】`),
        ...DOCUMENT_KINDS.flatMap((kind) =>
          section(
            kind,
            documents.filter((document) => document.kind === kind).map((document) => `  ${fileOf(document)}`),
          ),
        ),
        ...problemParts(problems),
        outcome,
      ],
      problems,
    };
  }
}

/** Problems with which there is nothing to make documents of. */
const NOTHING: ReadonlySet<string> = new Set(['NOTICE_WITHOUT_REVIEW', 'DOCUMENT_YEAR_UNDECIDED']);

/** One of the two periods, and kinds that belong to it. */
function optionsOf({ quarter, year, kind, start, today }: DocumentsGiven): DocumentOptions {
  const hint = '；用 --help 查看用法';
  if ((quarter === null) === (year === null)) {
    throw new NotDone(`documents 需要用 --quarter 指定季度或用 --year 指定年份，二者选一${hint}`);
  }
  const own: readonly DocumentKind[] = quarter === null ? YEAR_DOCUMENTS : QUARTER_DOCUMENTS;
  const foreign = kind.find((each) => !own.includes(each));
  if (foreign !== undefined) {
    throw new NotDone(
      quarter === null
        ? `${foreign}按季度生成，请用 --quarter 指定季度${hint}`
        : `${foreign}按年度生成，请用 --year 指定年份${hint}`,
    );
  }
  const kinds = kind.length === 0 ? {} : { kinds: kind };
  if (quarter !== null) return { quarter, today, ...kinds, ...(start === null ? {} : { start }) };
  if (start !== null) throw new NotDone(`--start 是公示的张贴日期，只用于 --quarter${hint}`);
  return { year: year ?? 0, today, ...kinds };
}

function periodOf({ quarter, year }: DocumentsGiven): string {
  return quarter === null ? `${year ?? ''}年` : quarterTitle(quarter);
}

function fileOf({ name }: PaperDocument): string {
  return `${name}.docx`;
}

function described({ quarter, year, today }: DocumentsGiven, documents: readonly PaperDocument[]): object {
  return {
    ...(quarter === null ? { year } : { quarter }),
    today,
    documents: documents.map((document) => ({
      kind: document.kind,
      file: fileOf(document),
      person: document.person,
      pages: document.pages.length,
    })),
  };
}
