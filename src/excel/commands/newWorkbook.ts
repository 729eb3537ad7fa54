import { quarterTitle, type Quarter } from '../../assessment/period';
import type { Settings } from '../../assessment/settings';
import { addLines } from '../../forms/evaluation/layoutLeadership';
import { membersIn, readLeadership } from '../../forms/evaluation/leadership';
import { layoutRegisters } from '../../forms/paper/layoutRegisters';
import { layoutSettingChanges } from '../../forms/settings/layout';
import { SETTINGS_SHEET } from '../../forms/settings/sheet';
import { normalizeName } from '../../forms/words/text';
import { fitPlan } from '../workbook/fit';
import { runReading } from '../workbook/running';
import type { Preview } from './preview';
import { readSheets } from './sheets';

export interface NewWorkbookOptions {
  /** 单位名称, for titles and documents. */
  readonly authority: string;
  /** Per cent, one for each indicator. */
  readonly weights: Settings['weights'];
  /** Who scores, as typed; they become the quarter's 考核领导小组. */
  readonly raters: readonly string[];
  readonly quarter: Quarter;
}

/**
 * Plans what an office begins with: an empty 人员名册 with 特殊情形登记 and 考核记实, 考核设置 with the office's name and
 * weights, and 考核领导小组 with the raters, as far as the workbook has none of it. Refused with the cell where the
 * settings contradict each other.
 */
export async function previewNewWorkbook(options: NewWorkbookOptions): Promise<Preview> {
  const { authority, weights, raters, quarter } = options;
  return runReading(async (context) => {
    const { read, grids, office, reading } = await readSheets(context);
    const registers = layoutRegisters({}, reading.book.roster, grids);
    const settings = layoutSettingChanges(grids.get(SETTINGS_SHEET), read.names, office.written, {
      authority,
      weights,
    });
    const table = readLeadership(grids.values());
    const listed = new Set(table === null ? [] : membersIn(table, quarter).map(({ name }) => name));
    const names = [...new Set(raters.map((name) => name.trim()))].filter(
      (name) => name !== '' && !listed.has(normalizeName(name)),
    );
    const lines = names.map((name) => ({ 季度: quarterTitle(quarter), 姓名: name }));
    const group = lines.length === 0 ? { sheets: [], problems: [] } : addLines(table, lines, grids);
    const problems = [...settings.problems, ...registers.problems, ...group.problems];
    const sheets = settings.refused ? [] : [...registers.sheets, ...group.sheets, ...settings.sheets];
    const plan = await fitPlan(context, { sheets, names: settings.names, problems, basis: reading.basis });
    const [roster] = registers.sheets;
    const shown = roster === undefined || settings.refused ? plan : { ...plan, shows: roster.sheet };
    return { ...reading, plan: shown, refused: settings.refused, problems };
  });
}
