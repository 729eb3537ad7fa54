import type { AnnualHint } from '../../assessment/annual';
import type { Settings } from '../../assessment/settings';
import { settingsNote } from '../../assessment/settingsNote';
import { cellAddress, columnName, fixedAddress } from '../grid/address';
import type { AnnualPerson, AnnualYear } from './year';
import { COUNTED, countFormula, NOT_DECIDED, quarterFormula, reviewPlaceFormula } from './formulas';
import { problem } from './problems';
import {
  ANNUAL_COLUMNS,
  annualTitle,
  findAnnual,
  helperLabels,
  newAnnualPlace,
  NOTES_LABEL,
  QUARTERS_LABEL,
  type AnnualPlace,
} from './columns';
import { addedFormats, annualFormats, annualMerges, annualPage, NOTE_ROWS, signatureRow } from './look';
import { keptProblems } from '../scoring/layout';
import { emptySheetPlan, type CellBlock, type CellContent, type SheetPlan } from '../grid/plan';
import type { Problem } from '../grid/problem';
import { textFormula } from '../review/formulas';
import { keyFormula } from '../score-sheet/formulas';
import type { ReviewSheet } from '../review/read';
import { SheetGrid } from '../grid/sheetGrid';
import { SheetNames } from '../grid/sheetNames';
import { personKey } from '../words/text';

/** 拟定年度等次 that the office may choose: the annual assessment's own grades, and who gets none. */
const PROPOSALS = ['优秀', '称职', '基本称职', '不称职', '不确定等次', '不参加考核'] as const;
/** Hints that speak against a proposal. */
const AGAINST: Readonly<Record<string, readonly AnnualHint['kind'][]>> = {
  优秀: ['不可推荐优秀', '不得参加年度考核', '原则上基本称职或不称职', '可直接确定为不称职'],
  称职: ['不得参加年度考核', '原则上基本称职或不称职', '可直接确定为不称职'],
  基本称职: ['不得参加年度考核'],
  不称职: ['不得参加年度考核'],
};

export interface AnnualLayout {
  /** None when the sheet of an earlier run cannot be continued. */
  readonly sheets: readonly SheetPlan[];
  readonly problems: readonly Problem[];
  /** Those whose 拟定年度等次 is 优秀, for their 公示 (R30). */
  readonly excellent: readonly AnnualPerson[];
}

/**
 * Plans the 年度汇总表 (layouts: A:P): the quarters live from their 审定表 by person, live counts, hints with clause.
 * On a sheet made earlier the people keep their rows and all that was typed beside them; new people come below them.
 */
export function layoutAnnual(
  year: AnnualYear,
  grids: ReadonlyMap<string, SheetGrid>,
  settings: Settings,
): AnnualLayout {
  for (const grid of grids.values()) {
    const found = findAnnual(grid, year.year);
    if (found === undefined) continue;
    if ('missing' in found) return refused(problem.annualHeadingsMissing(grid.name, found.missing));
    if (grid.protected) return refused(problem.annualProtected(grid.name));
    return new AnnualSheet(year, grid, found, settings).layout();
  }
  const name = new SheetNames(grids.keys()).next(`${year.year}年度汇总表`);
  const place = newAnnualPlace(name, year.people.length);
  return new AnnualSheet(year, SheetGrid.empty(name), place, settings).layout();
}

function refused(why: Problem): AnnualLayout {
  return { sheets: [], problems: [why], excellent: [] };
}

/** One person's row: those of an earlier run stay where they are; null where nobody of the year is meant. */
interface AnnualRow {
  readonly row: number;
  readonly person: AnnualPerson | null;
  /** What the row's own 人员键 comes to. */
  readonly key: string;
}

class AnnualSheet {
  private readonly problems: Problem[] = [];
  private readonly rows: readonly AnnualRow[];
  private readonly grid: SheetGrid;
  private readonly added: number;
  private readonly endRow: number;

  constructor(
    private readonly year: AnnualYear,
    private readonly present: SheetGrid,
    private readonly place: AnnualPlace,
    private readonly settings: Settings,
  ) {
    const old = present.exists ? this.presentRows() : [];
    const known = new Set(old.map(({ person }) => person));
    const fresh = year.people.filter((person) => !known.has(person));
    const from = present.exists ? place.endRow : place.firstRow;
    this.rows = [...old, ...fresh.map((person, i) => ({ row: from + i, person, key: rowKey(person) }))];
    this.added = present.exists ? fresh.length : 0;
    this.endRow = from + fresh.length;
    this.grid = present.withRows(place.endRow, this.added);
  }

  layout(): AnnualLayout {
    const { place, endRow } = this;
    const created = !this.present.exists;
    const blocks = [
      ...(created ? this.frame() : []),
      ...this.identity(),
      ...this.quarters(),
      ...this.counts(),
      this.column(place.column('hint'), '年度关联提示', ({ person }) => hintContent(person)),
      ...this.keys(),
      ...this.notes(created),
    ].filter(({ cells }) => cells.some((line) => line.some((content) => content !== null)));
    const excellent = this.proposals();
    const fresh = this.rows.filter(({ row }) => created || row >= place.endRow);
    const reasons = fresh.map(({ person }) => hintsText(person));
    const decisions = {
      row: place.firstRow,
      column: place.column('proposal'),
      rows: endRow - place.firstRow,
      columns: 1,
    };
    const plan: SheetPlan = {
      ...emptySheetPlan(place.sheet, created),
      insertRows: this.added > 0 ? [{ above: place.endRow, count: this.added }] : [],
      blocks,
      merges: created ? annualMerges(place, endRow) : [],
      formats: created ? annualFormats(place, endRow, reasons) : addedFormats(place, reasons),
      validations:
        created || this.added > 0
          ? [
              {
                area: decisions,
                rule: { kind: 'list', values: PROPOSALS },
                title: '拟定年度等次',
                prompt: '由人事科填写，请从下拉列表中选择。',
                error: `拟定年度等次须为${PROPOSALS.join('、')}之一，请从下拉列表中选择。`,
              },
            ]
          : [],
      page: created ? annualPage(place, endRow) : null,
      freezeRows: created ? place.headerRow + 2 : null,
      hiddenColumns: created ? [{ row: 0, column: place.key, rows: 1, columns: helperLabels().length }] : [],
    };
    return { sheets: blocks.length === 0 ? [] : [plan], problems: this.problems, excellent };
  }

  /** The people of an earlier run, by what stands in 科室 and 姓名; somebody whose 科室 changed, by the name alone. */
  private presentRows(): AnnualRow[] {
    const { place, present, year } = this;
    const byKey = new Map(year.people.map((person) => [rowKey(person), person]));
    const lines: { row: number; key: string; name: string }[] = [];
    for (let row = place.firstRow; row < place.endRow; row++) {
      const name = String(present.value(row, place.column('name')));
      if (name.trim() === '') continue;
      lines.push({ row, key: personKey(String(present.value(row, place.column('department'))), name), name });
    }
    const taken = new Set(lines.map(({ key }) => byKey.get(key)));
    return lines.map(({ row, key, name }) => {
      const exact = byKey.get(key);
      const [moved, ...others] = exact ? [] : year.people.filter((person) => person.name === personKey(null, name));
      const person = exact ?? (moved !== undefined && others.length === 0 && !taken.has(moved) ? moved : null);
      if (person === null) {
        this.problems.push(problem.annualPersonGone(place.sheet, cellAddress(row, place.column('name')), name.trim()));
      }
      taken.add(person ?? undefined);
      return { row, person, key };
    });
  }

  private frame(): CellBlock[] {
    const { place, grid, settings, year } = this;
    const head: string[] = Array.from({ length: place.key + 1 + place.places.length }, () => '');
    const below = [...head];
    for (const { id, label } of ANNUAL_COLUMNS) head[place.column(id)] = label;
    head[place.quarters] = QUARTERS_LABEL;
    for (let i = 0; i < 4; i++) below[place.quarters + i] = String(i + 1);
    helperLabels().forEach((label, i) => (head[place.key + i] = label));
    return [
      grid.block('标题', 0, 0, [[`${settings.authority}${annualTitle(year.year)}`]]),
      grid.block('单位', 1, 0, [[`单位：${settings.authority}`]]),
      grid.block('制表日期', 1, place.column('hint'), [['制表日期：      年    月    日']]),
      grid.block('表头', place.headerRow, 0, [head, below]),
    ];
  }

  /** Typed once for people who are new here. */
  private identity(): CellBlock[] {
    const { place } = this;
    const fresh = this.rows.filter(({ row }) => !this.present.exists || row >= place.endRow);
    const [first] = fresh;
    if (first === undefined) return [];
    const cells = fresh.map(({ row, person }) => {
      const line: CellContent[] = [];
      line[place.column('index')] = row - place.firstRow + 1;
      line[place.column('department')] = person?.department ?? '';
      line[place.column('name')] = person?.displayName ?? '';
      line[place.column('position')] = person?.position ?? '';
      return Array.from({ length: line.length }, (_, column) => line[column] ?? null);
    });
    return [this.grid.block('人员', first.row, 0, cells)];
  }

  private quarters(): CellBlock[] {
    const { place, year } = this;
    return year.sheets.map((sheet, i) =>
      this.column(place.quarters + i, `第${i + 1}季度等次`, (row) => {
        const quarter = row.person?.quarters[i];
        if (sheet !== null && this.placeOn(sheet, i, row) !== null) {
          return { formula: quarterFormula(`$${columnName(place.places[i] ?? 0)}{r}`, sheet.table) };
        }
        const mark = quarter?.decided === true ? '' : NOT_DECIDED;
        return quarter?.grade == null ? '' : { formula: textFormula([`${quarter.grade}${mark}`]) };
      }),
    );
  }

  private counts(): CellBlock[] {
    const { place } = this;
    const quarters = `$${columnName(place.quarters)}{r}:$${columnName(place.quarters + 3)}{r}`;
    return COUNTED.map((counted) =>
      this.column(place.column(counted), `${counted}次数`, () => ({ formula: countFormula(quarters, counted) })),
    );
  }

  /** The person's key, and where the person stands on each quarter's 审定表. */
  private keys(): CellBlock[] {
    const { place, year } = this;
    const at = (column: number) => `$${columnName(column)}{r}`;
    const characters = new Set(year.people.flatMap(({ department, displayName }) => [...department, ...displayName]));
    return [
      this.column(place.key, '人员键', () => ({
        formula: keyFormula(at(place.column('department')), at(place.column('name')), characters),
      })),
      ...year.sheets.map((sheet, i) =>
        this.column(place.places[i] ?? 0, '定位', (row) => {
          const formula = sheet === null ? null : this.placeOn(sheet, i, row);
          return formula === null ? '' : { formula };
        }),
      ),
    ];
  }

  /** The formula of a person's place on a quarter's 审定表; null where the person is not there or cannot be found. */
  private placeOn(sheet: ReviewSheet, quarter: number, { person, key }: AnnualRow): string | null {
    const there = person?.quarters[quarter]?.key ?? null;
    const own = { key, cell: `$${columnName(this.place.key)}{r}` };
    return there === null ? null : reviewPlaceFormula(sheet, there, own);
  }

  /** Below the people: 优秀名额 with what is proposed so far, the rules, their version, and the signature. */
  private notes(created: boolean): CellBlock[] {
    const { place, endRow, settings } = this;
    const range = { row: place.firstRow, column: place.column('proposal'), rows: endRow - place.firstRow, columns: 1 };
    const rules = [
      `推荐优秀：从当年平时考核“好”等次较多（${settings.manyGood}）且无一般、较差等次的人员中产生；均为“好”的可在规定比例内优先确定（四·1）。`,
      `一般、较差累计次数超过一半（以${settings.halfOf}为基数）的，原则上应当确定为基本称职或不称职；均为较差的，可以直接确定为不称职（四·1）。`,
      '经批评教育后仍拒不参加平时考核的，当年不得参加年度考核，不能给予其他形式的表彰奖励（五·6）。以上仅为提示，年度等次由考核领导小组研究确定。',
      settingsNote(settings),
    ];
    const text = (row: number, column: number, formula: string) =>
      this.grid.formulaBlock('说明', row, column, [[{ formula }]]).block;
    return [
      ...(created
        ? [
            this.grid.block('说明', endRow, 0, [[NOTES_LABEL], ['优秀名额']]),
            this.grid.block('签名栏', signatureRow(endRow), 0, [['主要负责人：']]),
            this.grid.block('签名栏', signatureRow(endRow), place.column('proposal'), [['年    月    日']]),
          ]
        : []),
      text(endRow + 1, place.column('好'), `="已拟定优秀"&COUNTIF(${fixedAddress(range)},"优秀")&"人"`),
      ...rules.slice(0, NOTE_ROWS - 2).map((rule, i) => text(endRow + 2 + i, 0, textFormula([rule]))),
    ];
  }

  /** What the office typed as 拟定年度等次, held against the hints. */
  private proposals(): AnnualPerson[] {
    const { place, present } = this;
    const excellent: AnnualPerson[] = [];
    for (const { row, person } of this.rows) {
      const proposed = String(row < place.endRow ? present.value(row, place.column('proposal')) : '').trim();
      if (person === null || proposed === '') continue;
      if (proposed === '优秀') excellent.push(person);
      const against = person.hints.filter(({ kind }) => AGAINST[proposed]?.includes(kind) === true);
      if (against.length === 0) continue;
      const why = against.map(({ reason }) => reason).join('；');
      const at = cellAddress(row, place.column('proposal'));
      this.problems.push(problem.annualProposalDoubtful(place.sheet, at, person.displayName, proposed, why));
    }
    return excellent;
  }

  /** One of the program's columns; what was typed over a formula stays and is reported. */
  private column(column: number, label: string, contentOf: (row: AnnualRow) => CellContent): CellBlock {
    const byRow = new Map(this.rows.map((row) => [row.row, row]));
    const cells = Array.from({ length: this.endRow - this.place.firstRow }, (_, i) => {
      const row = byRow.get(this.place.firstRow + i);
      return [row === undefined || row.person === null ? null : contentOf(row)];
    });
    const { block, kept } = this.grid.formulaBlock(label, this.place.firstRow, column, cells);
    this.problems.push(...keptProblems(this.place.sheet, kept));
    return block;
  }
}

function rowKey({ department, displayName }: AnnualPerson): string {
  return personKey(department, displayName);
}

function hintContent(person: AnnualPerson | null): CellContent {
  const text = hintsText(person);
  return text === '' ? '' : { formula: textFormula([text]) };
}

function hintsText(person: AnnualPerson | null): string {
  return (person?.hints ?? []).map(hintText).join('；');
}

/** 可推荐优秀（需确认）：… */
export function hintText({ kind, needsConfirmation, reason }: AnnualHint): string {
  return `${kind}${needsConfirmation ? '（需确认）' : ''}：${reason}`;
}
