import { quarterTitle, type Month } from '../../assessment/period';
import { isAssessedHere, type PersonReview, type QuarterReview, type Ruling } from '../../assessment/quarterly';
import type { Settings } from '../../assessment/settings';
import { settingsNote } from '../../assessment/settingsNote';
import { cellAddress, columnName, fixedAddress } from '../grid/address';
import { problem } from './problems';
import { signersOf, type SignatureNames } from '../evaluation/leadership';
import { NO_POOL, placePoolLines, POOL_LABEL, poolsByKey, poolsInOrder, unknownPool, type PoolLine } from './pools';
import { keptProblems, nameCharacters, type ScorePlace } from '../scoring/layout';
import {
  emptySheetPlan,
  type CellBlock,
  type CellContent,
  type FormatStep,
  type Formula,
  type SheetPlan,
} from '../grid/plan';
import type { Problem } from '../grid/problem';
import { recommendationText, type Recommendations } from '../evaluation/recommendations';
import { KEY_LABEL, LISTS, monthLabels, NAME_KEY_LABEL, REVIEW_COLUMNS, type ListColumn, type ListId } from './columns';
import { continuedPlace, keyOnSheet, newReviewPlace, withList, type ReviewPlace } from './place';
import { COUNTS_LABEL, reviewTitle } from './sheet';
import { findReview } from './table';
import {
  meanFormula,
  monthTotalFormula,
  PERIOD_COUNTS,
  periodCounts,
  placeFormula,
  poolCounts,
  listedFormula,
  ruledFormula,
  STRICTER_LABEL,
  stricterFormula,
  suggestionFormula,
  textFormula,
  type PeriodCells,
  type PeriodCount,
} from './formulas';
import {
  addedFormats,
  meanBars,
  conclusionLook,
  listColumnLook,
  poolLook,
  poolMerges,
  reviewFormats,
  reviewMerges,
  reviewPage,
  signatureRow,
  stricterLook,
  stricterRow,
  tallRow,
} from './look';
import { seatNotes, WHOLE_QUARTER } from './seats';
import { scoreSources, type ScoreSource } from './sources';
import { gradeFormula, keyFormula, literal } from '../score-sheet/formulas';
import type { ScoreForm } from '../score-sheet/form';
import { SheetGrid } from '../grid/sheetGrid';
import { SheetNames } from '../grid/sheetNames';
import { keyOfPerson } from '../words/text';
import type { Book, Person } from '../book/model';

/** 审定等次 that the group may choose (R12, ambiguity 38: statuses are not grades). */
const DECISIONS = ['好', '较好', '一般', '较差', '不确定等次', '不参加考核'] as const;

export interface ReviewLayout {
  /** None when the sheet of an earlier run cannot be continued. */
  readonly sheets: readonly SheetPlan[];
  readonly problems: readonly Problem[];
}

/** What the 审定表 shows beside the review. */
export interface ReviewAdditions {
  /** 建议等次 of 附件2, for 科长/分管领导建议. */
  readonly recommendations: Recommendations;
  /** Who signs a 审定表 that is made; names behind 组长, 副组长 and 成员. */
  readonly signers: SignatureNames;
}

const NO_ADDITIONS: ReviewAdditions = { recommendations: new Map(), signers: signersOf([]) };

/**
 * Plans the 季度审定表 (layouts: A:R) with live formulas into the month sheets, by person and not by row. On a sheet
 * made earlier the people keep their rows and all that was typed beside them; new people are added below them.
 *
 * @param places where each form's live totals and keys stand
 */
export function layoutReview(
  review: QuarterReview,
  book: Book,
  places: ReadonlyMap<ScoreForm, ScorePlace>,
  grids: ReadonlyMap<string, SheetGrid>,
  settings: Settings,
  additions: ReviewAdditions = NO_ADDITIONS,
): ReviewLayout {
  const title = reviewTitle(review.quarter);
  const sources = scoreSources(review.quarter, book, places);
  const labels = sources.map(({ label }) => label);
  for (const grid of grids.values()) {
    const table = findReview(grid, review.quarter);
    if (table === undefined) continue;
    const found = 'missing' in table ? table : continuedPlace(table, labels);
    if ('missing' in found) return { sheets: [], problems: [problem.reviewHeadingsMissing(grid.name, found.missing)] };
    if (grid.protected) return { sheets: [], problems: [problem.reviewProtected(grid.name)] };
    return new ReviewSheet(review, book, sources, grid, found, settings, additions).layout();
  }
  const name = new SheetNames(grids.keys()).next(`${quarterTitle(review.quarter)}审定表`);
  const place = newReviewPlace(name, labels, review.people.length);
  const sheet = new ReviewSheet(review, book, sources, SheetGrid.empty(name), place, settings, additions);
  return sheet.layout(`${settings.authority}${title}`);
}

/** One person's row: those of an earlier run stay where they are. */
interface PersonRow {
  readonly row: number;
  readonly key: string;
  readonly isNew: boolean;
}

/** What one of LISTS holds. */
interface List {
  readonly isUsed: boolean;
  /** A person's entry; '' for none, and for everybody while it is not used. */
  readonly entryOf: (key: string) => string;
  /** What is shown of a row that the list does not have. */
  readonly unknown: string;
}

class ReviewSheet {
  private readonly problems: Problem[] = [];
  private readonly place: ReviewPlace;
  private readonly lists: Readonly<Record<ListId, List>>;
  /** The columns of lists that are made now. */
  private readonly listColumns: readonly (readonly [ListColumn, number])[];
  private readonly poolLines: readonly PoolLine[];
  private readonly insertRows: SheetPlan['insertRows'];
  private readonly rows: readonly PersonRow[];
  private readonly people: ReadonlyMap<string, Person>;
  /** How many people bear a name. */
  private readonly bearers = new Map<string, number>();
  private readonly grid: SheetGrid;
  private readonly added: number;
  private readonly endRow: number;

  constructor(
    private readonly review: QuarterReview,
    private readonly book: Book,
    private readonly sources: readonly ScoreSource[],
    private readonly present: SheetGrid,
    found: ReviewPlace,
    private readonly settings: Settings,
    private readonly additions: ReviewAdditions,
  ) {
    const poolOfKey = poolsByKey(book, settings.pool);
    const noPool = unknownPool(settings.pool);
    const poolOf = (key: string) => poolOfKey.get(key) ?? noPool;
    const notes = seatNotes(review, settings);
    this.lists = {
      pools: { isUsed: settings.pool !== '全局', entryOf: poolOf, unknown: noPool },
      seats: { isUsed: notes.size > 0, entryOf: (key) => notes.get(key) ?? '', unknown: '' },
    };
    const used = (['pools', 'seats'] as const).filter((id) => this.lists[id].isUsed);
    const place = used.reduce((before, id) => withList(before, id, present), found);
    this.place = place;
    this.listColumns = [...place.lists].filter(([label]) => !found.lists.has(label));
    this.people = new Map(book.people.map((person) => [person.key, person]));
    for (const { name } of book.people) this.bearers.set(name, (this.bearers.get(name) ?? 0) + 1);
    const old = present.exists ? this.presentRows() : [];
    const known = new Set(old.map(({ key }) => key));
    const wanted = new Set(review.people.map(({ key }) => key));
    for (const { row, key } of old) {
      if (!wanted.has(key))
        this.problems.push(
          problem.reviewPersonGone(place.sheet, cellAddress(row, place.column('name')), key.replace('|', ' ')),
        );
    }
    const fresh = review.people.filter(({ key }) => !known.has(key));
    const from = present.exists ? place.endRow : place.firstRow;
    this.rows = [...old, ...fresh.map(({ key }, i) => ({ row: from + i, key, isNew: true }))];
    this.added = present.exists ? fresh.length : 0;
    this.endRow = from + fresh.length;
    const keys = this.rows.map(({ key }) => key);
    const lines = settings.pool === '全局' ? [] : poolsInOrder(review, keys, poolOf);
    const grown = present.withRows(place.endRow, this.added);
    this.poolLines = placePoolLines(grown, stricterRow(this.endRow), this.countColumns(), lines);
    const newLines = this.poolLines.filter(({ isNew }) => isNew);
    const above = newLines[0]?.row ?? 0;
    // Below the last thing on the sheet there is room without new rows.
    const inserted = above - this.added < present.rowEnd ? newLines.length : 0;
    this.insertRows = [
      { above: place.endRow, count: this.added },
      { above, count: inserted },
    ].filter(({ count }) => count > 0);
    this.grid = grown.withRows(above, inserted);
  }

  layout(title?: string): ReviewLayout {
    const { place } = this;
    const created = !this.present.exists;
    const newLines = this.poolLines.filter(({ isNew }) => isNew);
    const blocks = [
      ...(title === undefined ? [] : this.frame(title)),
      this.ruleVersion(),
      ...this.placeHeadings(created),
      ...this.personBlocks(),
      ...this.counts(),
      ...this.stricter(),
      ...this.listBlocks('pools'),
      ...this.listBlocks('seats'),
      ...this.pools(),
      ...(created ? this.signatures() : []),
    ];
    return {
      sheets: [
        {
          ...emptySheetPlan(place.sheet, created),
          insertRows: this.insertRows,
          blocks: blocks.filter(({ cells }) => cells.some((line) => line.some((content) => content !== null))),
          merges: [
            ...(created ? reviewMerges(place, this.endRow, this.poolLines.length) : []),
            ...newLines.flatMap(({ row }) => poolMerges(place, row)),
          ],
          formats: [
            ...(created
              ? reviewFormats(place, this.endRow, this.poolLines.length)
              : [...addedFormats(place, this.added), ...this.lineLook()]),
            ...newLines.flatMap(({ row }) => poolLook(place, row, this.countColumns())),
            ...this.listColumns.map(([, column]) => listColumnLook(place, column, this.endRow)),
            ...(this.listColumns.some(([label]) => label === LISTS.seats.shown)
              ? [conclusionLook(place, this.endRow)]
              : []),
            ...this.tallRows(),
          ],
          validations:
            this.rows.some(({ isNew }) => isNew) || created
              ? [
                  {
                    area: {
                      row: place.firstRow,
                      column: place.column('decision'),
                      rows: this.endRow - place.firstRow,
                      columns: 1,
                    },
                    rule: { kind: 'list', values: DECISIONS },
                    title: '审定等次',
                    prompt: '由考核领导小组审定，请从下拉列表中选择。',
                    error: '审定等次须为好、较好、一般、较差、不确定等次或不参加考核，请从下拉列表中选择。',
                  },
                ]
              : [],
          dataBars: created ? [meanBars(place, this.endRow)] : [],
          page: created ? reviewPage(place, this.endRow, this.poolLines.length) : null,
          freezeRows: created ? place.headerRow + 2 : null,
          hiddenRows: this.poolLines.flatMap(({ row, pool, isNew, wasUnused }) =>
            isNew || (pool === null) === wasUnused ? [] : [{ row, hidden: pool === null }],
          ),
          hiddenColumns: [
            ...(created ? [{ row: 0, column: place.key, rows: 1, columns: 2 + place.places.size }] : []),
            ...this.listColumns
              .filter(([label]) => label !== LISTS.pools.shown && label !== LISTS.seats.shown)
              .map(([, column]) => ({ row: 0, column, rows: 1, columns: 1 })),
          ],
        },
      ],
      problems: this.problems,
    };
  }

  /** New rows whose texts need more than one line; rows of an earlier run keep the height that people gave them. */
  private tallRows(): FormatStep[] {
    const reviews = new Map(this.review.people.map((person) => [person.key, person]));
    return this.rows
      .filter(({ isNew }) => isNew)
      .flatMap(({ row, key }) =>
        tallRow(this.place, row, {
          circumstances: groundsOf(reviews.get(key)).join('；'),
          proposal: recommendationText(this.additions.recommendations.get(key) ?? []),
        }),
      );
  }

  /** The people of an earlier run, by what stands in 科室 and 姓名. */
  private presentRows(): PersonRow[] {
    const { place, present } = this;
    const rows: PersonRow[] = [];
    for (let row = place.firstRow; row < place.endRow; row++) {
      const name = String(present.value(row, place.column('name')));
      if (name !== '')
        rows.push({
          row,
          key: keyOfPerson(String(present.value(row, place.column('department'))), name),
          isNew: false,
        });
    }
    return rows;
  }

  /** The version of the rules and the settings that differ from the notice (R02), beside 单位; right of it 定稿 is noted. */
  private ruleVersion(): CellBlock {
    const { headerRow, months } = this.place;
    const content = { formula: textFormula([settingsNote(this.settings)]) };
    return this.formulas('规则版本', headerRow - 1, months[0] ?? 0, [[content]]);
  }

  private frame(title: string): CellBlock[] {
    const { place } = this;
    const head: string[] = Array.from({ length: place.nameKey + 1 }, () => '');
    const below = [...head];
    for (const { id, label } of REVIEW_COLUMNS) head[place.column(id)] = label;
    monthLabels(this.review.quarter).forEach((label, i) => {
      const column = place.months[i] ?? 0;
      head[column] = label;
      below[column] = '总分';
      below[column + 1] = '等次';
    });
    head[place.key] = KEY_LABEL;
    head[place.nameKey] = NAME_KEY_LABEL;
    return [
      this.grid.block('标题', 0, 0, [[title]]),
      this.grid.block('单位与制表日期', 1, 0, [[`单位：${this.settings.authority}`]]),
      this.grid.block('制表日期', 1, place.column('discipline'), [['制表日期：      年    月    日']]),
      this.grid.block('表头', place.headerRow, 0, [head, below]),
    ];
  }

  private placeHeadings(created: boolean): CellBlock[] {
    return [...this.place.places]
      .filter(([, column]) => created || this.grid.value(this.place.headerRow, column) === '')
      .map(([label, column]) => this.grid.block('定位列标题', this.place.headerRow, column, [[label]]));
  }

  private personBlocks(): CellBlock[] {
    const { place, rows } = this;
    const typed = rows.filter(({ isNew }) => isNew);
    const first = typed[0]?.row ?? 0;
    const identity = typed.map(({ key, row }) => {
      const person = this.people.get(key);
      const cells: CellContent[] = [];
      cells[place.column('index')] = row - place.firstRow + 1;
      cells[place.column('department')] = person?.department ?? '';
      cells[place.column('name')] = person?.displayName ?? '';
      cells[place.column('position')] = person?.position ?? '';
      return Array.from({ length: Math.max(...identityColumns(place)) + 1 }, (_, column) => cells[column] ?? null);
    });
    const reviews = new Map(this.review.people.map((person) => [person.key, person]));
    const computed = (
      column: number,
      label: string,
      contentOf: (row: PersonRow, person: PersonReview | undefined) => CellContent,
    ) => this.computedColumn(column, label, (row) => contentOf(row, reviews.get(row.key)));
    const at = (column: number) => `${columnName(column)}{r}`;
    const grades = place.months.map((column) => at(column + 1));
    const totals = place.months.map(at);
    const characters = nameCharacters(this.book);
    return [
      ...(typed.length > 0 ? [this.grid.block('人员', first, 0, identity)] : []),
      ...place.months.flatMap((column, i) => [
        computed(column, '月总分', (_row, person) => this.monthTotal(i, person)),
        computed(column + 1, '月等次', (_row, person) => ({
          formula: ruled(gradeFormula(at(column), this.settings.rounding), person?.months[i]?.ruling),
        })),
      ]),
      computed(place.column('mean'), '平均分', (_row, person) =>
        person === undefined || isAssessedHere(person.ruling) ? { formula: meanFormula(totals) } : '',
      ),
      computed(place.column('suggestion'), '建议等次', (_row, person) => ({
        formula: ruled(suggestionFormula(at(place.column('mean')), grades, this.settings), person?.ruling),
      })),
      computed(place.column('circumstances'), '特殊情形及依据', (_row, person) => explanation(person)),
      ...this.proposals(),
      computed(place.key, '人员键', () => ({
        formula: keyFormula(at(place.column('department')), at(place.column('name')), characters),
      })),
      computed(place.nameKey, '姓名键', () => ({ formula: keyFormula(null, at(place.column('name')), characters) })),
      ...this.sources.map((source) =>
        computed(place.places.get(source.label) ?? 0, '定位', (row) => ({
          formula: placeFormula(this.keyOn(source, row.key), source.keys),
        })),
      ),
    ];
  }

  /** 科长/分管领导建议 from 附件2; the column is the office's own where nobody filed any. */
  private proposals(): CellBlock[] {
    const { recommendations } = this.additions;
    if (recommendations.size === 0) return [];
    return [
      this.computedColumn(this.place.column('proposal'), '科长/分管领导建议', ({ key }) => {
        const own = recommendations.get(key);
        return own === undefined ? '' : { formula: textFormula([recommendationText(own)]) };
      }),
    ];
  }

  /**
   * What finds the person among the keys of a score sheet: the row's own key or name, or the words used there when they
   * differ. Who is not there yet is looked for by name where the form has no 科室, namesakes never.
   */
  private keyOn({ byName, keyOf, rater }: ScoreSource, key: string): string {
    const name = this.people.get(key)?.name ?? '';
    const there = keyOf.get(key) ?? (byName && this.bearers.get(name) === 1 ? name : key);
    // 人员键 of somebody without 科室 begins with |, so that the name comes first.
    const column = there === name ? this.place.nameKey : there === key ? this.place.key : undefined;
    const own = column === undefined ? literal(there) : `$${columnName(column)}{r}`;
    return rater === null ? own : `${own}&${literal(`|${rater}`)}`;
  }

  private monthTotal(monthIndex: number, person: PersonReview | undefined): CellContent {
    const month: Month | undefined = this.review.months[monthIndex]?.month;
    const ofMonth = this.sources.filter((source) => source.month === month);
    if (ofMonth.length === 0) return '';
    const expected = person === undefined ? [] : ofMonth.filter((source) => source.expects.has(person.key));
    const used = expected.length > 0 ? expected : ofMonth;
    return {
      formula: monthTotalFormula(
        used.map(({ totals, label }) => ({ totals, place: columnName(this.place.places.get(label) ?? 0) })),
        this.settings,
      ),
    };
  }

  private computedColumn(column: number, label: string, contentOf: (row: PersonRow) => CellContent): CellBlock {
    const byRow = new Map(this.rows.map((row) => [row.row, row]));
    const rows = Array.from({ length: this.endRow - this.place.firstRow }, (_, i) => this.place.firstRow + i);
    const cells = rows.map((row) => {
      const person = byRow.get(row);
      return [person === undefined ? null : contentOf(person)];
    });
    return this.formulas(label, this.place.firstRow, column, cells);
  }

  /** A block of formulas; what was typed over one of them stays and is reported. */
  private formulas(label: string, row: number, column: number, cells: readonly (readonly CellContent[])[]): CellBlock {
    const { block, kept } = this.grid.formulaBlock(label, row, column, cells);
    this.problems.push(...keptProblems(this.place.sheet, kept));
    return block;
  }

  /** The counts below the people: a heading line, then one line a count; months, the suggestions, the decisions. */
  private counts(): CellBlock[] {
    const { settings } = this;
    const lines = Object.keys(PERIOD_COUNTS).filter(isPeriodCount);
    const cell = (line: PeriodCount, column: number) => cellAddress(this.endRow + 1 + lines.indexOf(line), column);
    return [
      this.grid.block('统计标题', this.endRow, 0, [[COUNTS_LABEL]]),
      this.grid.block(
        '统计项目',
        this.endRow + 1,
        0,
        lines.map((line) => [PERIOD_COUNTS[line]]),
      ),
      ...this.periods().flatMap(({ column, grades, totals, seats, label }) => {
        const at = {
          participants: cell('participants', column),
          good: cell('好', column),
          limit: cell('limit', column),
        };
        const counts = periodCounts(this.periodCells(totals, grades, seats), at, settings);
        const formulas = lines.map((line): [Formula] => [{ formula: counts[line] }]);
        return [
          this.grid.block(`${label}统计标题`, this.endRow, column, [[label]]),
          this.formulas(`${label}统计`, this.endRow + 1, column, formulas),
        ];
      }),
    ];
  }

  /**
   * The periods that are counted, with the column of their counts, those of their totals and grades, and what names them
   * in 名额口径.
   */
  private periods() {
    const { column, months } = this.place;
    const labels = monthLabels(this.review.quarter);
    return [
      ...months
        .map((total, i) => ({
          column: total,
          grades: total + 1,
          totals: [total],
          month: this.review.months[i]?.month,
          seats: labels[i] ?? '',
          label: labels[i] ?? '',
        }))
        .filter(({ month }) => this.sources.some((source) => source.month === month)),
      {
        column: column('mean'),
        grades: column('suggestion'),
        totals: months,
        seats: WHOLE_QUARTER,
        label: '本季度（建议）',
      },
      {
        column: column('decision'),
        grades: column('decision'),
        totals: months,
        seats: WHOLE_QUARTER,
        label: '本季度（审定）',
      },
    ];
  }

  private countColumns(): number[] {
    return this.periods().map(({ column }) => column);
  }

  /** A column's cells of all people, fixed. */
  private range(column: number): string {
    const { firstRow } = this.place;
    return fixedAddress({ row: firstRow, column, rows: this.endRow - firstRow, columns: 1 });
  }

  /** @param period what names the period in 名额口径 */
  private periodCells(totals: readonly number[], grades: number, period: string): PeriodCells {
    const range = (column: number) => this.range(column);
    const notes = this.lists.seats.isUsed ? range(this.place.lists.get(LISTS.seats.shown) ?? 0) : null;
    return {
      names: range(this.place.column('name')),
      totals: totals.map(range),
      grades: range(grades),
      seats: notes === null ? null : { notes, period },
    };
  }

  /** A line for each pool below the counts; empty for the pool 全局 (ambiguity 13). */
  private pools(): CellBlock[] {
    return this.poolLines.flatMap(({ row, pool }) => [
      this.formulas('比例范围', row, 0, [[pool === null ? { formula: NO_POOL } : poolLabel(pool)]]),
      ...this.periods().map(({ column, grades, totals, seats, label }) => {
        const cells = pool === null ? ['', ''] : this.poolCells(pool, column, this.periodCells(totals, grades, seats));
        return this.formulas(`${label}比例范围`, row, column, [cells]);
      }),
    ]);
  }

  /** The columns of a list that the sheet has; empty when it is not used now. */
  private listBlocks(id: ListId): CellBlock[] {
    const { place } = this;
    const { isUsed, entryOf, unknown } = this.lists[id];
    const { keys, entries, shown } = LISTS[id];
    const at = (label: ListColumn) => place.lists.get(label);
    const heading = (label: ListColumn, column: number) =>
      this.grid.block(`${shown}标题`, place.headerRow, column, [[isUsed ? label : '']]);
    const listed = (label: ListColumn, contentOf: (key: string) => string): CellBlock[] => {
      const column = at(label);
      if (column === undefined) return [];
      const byRow = new Map(this.rows.map((row) => [row.row, row]));
      const cells = Array.from({ length: this.endRow - place.firstRow }, (_, i) => {
        const key = byRow.get(place.firstRow + i)?.key;
        return [key === undefined || entryOf(key) === '' ? '' : contentOf(key)];
      });
      return [heading(label, column), this.grid.block(label, place.firstRow, column, cells)];
    };
    const column = at(shown);
    const ranges = [keys, entries].map((label) => this.range(at(label) ?? 0));
    const formula = listedFormula(`$${columnName(place.key)}{r}`, ranges[0] ?? '', ranges[1] ?? '', unknown);
    return [
      ...listed(keys, (key) => keyOnSheet(key)),
      ...listed(entries, entryOf),
      ...(column === undefined
        ? []
        : [heading(shown, column), this.computedColumn(column, shown, () => (isUsed ? { formula } : ''))]),
    ];
  }

  private poolCells(pool: string, column: number, cells: PeriodCells): CellContent[] {
    const { place, settings } = this;
    const pools = this.range(place.lists.get(LISTS.pools.shown) ?? 0);
    const counts = poolCounts(cells, pools, pool, `${columnName(column)}{r}`, settings);
    return counts.map((formula) => ({ formula }));
  }

  /** The stricter figure below the counts (ambiguity 11), unless somebody uses its row for something else. */
  private stricter(): CellBlock[] {
    if (!this.stricterIs('', STRICTER_LABEL)) return [];
    const { endRow, settings } = this;
    const row = stricterRow(endRow);
    const lines = Object.keys(PERIOD_COUNTS).filter(isPeriodCount);
    const cell = (line: PeriodCount, column: number) => cellAddress(endRow + 1 + lines.indexOf(line), column);
    return [
      this.grid.block('从严口径', row, 0, [[STRICTER_LABEL]]),
      ...this.periods().map(({ column, grades, totals, seats, label }) => {
        const at = { participants: cell('participants', column), good: cell('好', column) };
        const formula = stricterFormula(this.periodCells(totals, grades, seats), at, settings);
        return this.formulas(`${label}从严口径`, row, column, [[{ formula }]]);
      }),
    ];
  }

  /** Looks of the stricter figure's row on a sheet that did not have it. */
  private lineLook() {
    return this.stricterIs('') ? [stricterLook(this.place, this.endRow)] : [];
  }

  private stricterIs(...labels: readonly string[]): boolean {
    return labels.includes(String(this.grid.value(stricterRow(this.endRow), 0)));
  }

  private signatures(): CellBlock[] {
    const { column } = this.place;
    const { leaders, deputies, members } = this.additions.signers;
    const row = signatureRow(this.endRow, this.poolLines.length);
    return [
      this.grid.block('签名栏', row, 0, [
        [`组长：${leaders.join('、')}`],
        [`成员：${members.join('、')}`],
        ['制表人：'],
      ]),
      this.grid.block('签名栏', row, column('mean'), [[`副组长：${deputies.join('、')}`]]),
      this.grid.block('签名栏', row + 2, column('mean'), [['复核人：']]),
      this.grid.block('签名栏', row + 2, column('discipline'), [['年    月    日']]),
    ];
  }
}

function poolLabel(pool: string): Formula {
  return { formula: textFormula([`${POOL_LABEL}${pool}`]) };
}

function ruled(formula: string, ruling: Ruling | undefined): string {
  return ruling === undefined ? formula : ruledFormula(formula, ruling);
}

/** What the special rules did to a person's grades; '' where they did nothing. */
function explanation(person: PersonReview | undefined): CellContent {
  const grounds = groundsOf(person);
  return grounds.length === 0 ? '' : { formula: textFormula(grounds) };
}

function groundsOf(person: PersonReview | undefined): string[] {
  if (person === undefined) return [];
  return [...new Set([...person.months.flatMap(({ ruling }) => ruling.grounds), ...person.ruling.grounds])];
}

function identityColumns({ column }: ReviewPlace): number[] {
  return [column('index'), column('department'), column('name'), column('position')];
}

function isPeriodCount(text: string): text is PeriodCount {
  return text in PERIOD_COUNTS;
}
