import { check, previewArchive, quarterReadiness } from '../../../src/excel';
import { checkJson } from '../../../src/headless/output';
import { SETTING_TABLE } from '../../../src/assessment/settingTable';
import type { CellInput, WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { inExcel, scoreSheet, workbookOf } from '../../excel/support/workbooks';
import type { DescribedFiling, DescribedMonth, DescribedWeekly } from './describedMonth';

/** What the product says of a described month, by the commands that `check`, `readiness` and `archive --json` run. */
export interface RecordsAnswer {
  readonly check: ReturnType<typeof checkJson>;
  readonly archive: Awaited<ReturnType<typeof previewArchive>>['lines'];
  readonly readiness: Awaited<ReturnType<typeof quarterReadiness>>['items'];
}

export async function recordsAnswer(described: DescribedMonth): Promise<RecordsAnswer> {
  const { month, today } = described;
  const quarter = `${month.slice(0, 4)}Q${Math.ceil(Number(month.slice(5)) / 3)}`;
  const checked = await inExcel(workbookFor(described), () => check({ today }));
  const { lines } = await inExcel(workbookFor(described), () => previewArchive({ month, today }));
  const { items } = await inExcel(workbookFor(described), () => quarterReadiness({ quarter, today }));
  return { check: checkJson([{ file: '', ...checked }]), archive: lines, readiness: items };
}

/** The workbook that an office would have typed. */
function workbookFor(described: DescribedMonth): WorkbookModel {
  const { month, people, entries, weekly, filings, scored, leadersInQuota, subjects } = described;
  const label = (id: string) => SETTING_TABLE.find((setting) => setting.id === id)?.name ?? id;
  const forms = [
    ...weekly.map((each) => weeklySheet(described, each)),
    ...filings.map((each) => filingSheet(described, each)),
  ];
  return workbookOf({
    人员名册: [
      ['序号', '单位', '科室', '姓名', '职务', '任现职时间', '身份', '备注'],
      ...people.map(({ unit, department, name, position, identity }, i) => [
        i + 1,
        unit,
        department,
        name,
        position,
        '2018.03',
        identity,
        '',
      ]),
    ],
    特殊情形登记: [
      ['科室', '姓名', '情形', '开始日期', '结束日期', '天数', '作用范围', '依据', '批准人', '批准日期', '外单位材料'],
      ...entries.map(({ person, kind, from, to, days, scope, material }): CellInput[] => {
        const { department = '', name = '' } = people[person] ?? {};
        const given = material ? '已收到' : '';
        return [department, name, kind, from, to ?? '', days ?? '', scope, `${kind}依据`, '局党组', from, given];
      }),
    ],
    考核设置: [
      ['考核设置'],
      ['设置项', '当前值'],
      [label('leadersInQuota'), leadersInQuota ? '是' : '否'],
      [label('subjects'), subjects],
    ],
    ...(scored === null ? {} : { 测评表: scoresOf(month, described, scored) }),
    ...Object.fromEntries(forms.map((lines, i) => [`表${i + 1}`, lines])),
  });
}

function scoresOf(month: string, { people }: DescribedMonth, scored: readonly number[]): CellInput[][] {
  // Somebody has to stand on a sheet for it to be one.
  const lines = scored.map((i) => [
    people[i]?.department ?? '',
    people[i]?.name ?? '',
    ...Array.from({ length: 7 }, () => 88),
  ]);
  return scoreSheet(monthTitle(month), lines);
}

function monthTitle(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
}

function dayTitle(day: string): string {
  return `${monthTitle(day.slice(0, 7))}${Number(day.slice(8))}日`;
}

function headerOf({ people }: DescribedMonth, person: number, withDepartment = true): CellInput[][] {
  const { department = '', name = '', position = '' } = people[person] ?? {};
  return [
    ['科室', withDepartment ? department : '', '', '姓名', name],
    ['职务', position, '', '任现职时间', '2018.03'],
  ];
}

function tasksOf(label: string, filled: boolean): CellInput[][] {
  return [
    [label, '序号', '工作任务进度', '完结情况', '完结时间'],
    ['', 1, ...(filled ? ['写材料', '已完成'] : ['', '']), ''],
    ['', 2, '', '', ''],
  ];
}

function weeklySheet(
  described: DescribedMonth,
  { person, from, to, filled, withDepartment }: DescribedWeekly,
): CellInput[][] {
  return [
    ['附件1'],
    ['公务员每周工作记实'],
    [`（${dayTitle(from)}—${dayTitle(to)}）`],
    ...headerOf(described, person, withDepartment),
    ...tasksOf('工作任务完成情况', filled),
    ['备注：此表每月底交局人事科存档'],
  ];
}

function filingSheet(described: DescribedMonth, filing: DescribedFiling): CellInput[][] {
  const { person, month, filling, comment, suggestion, signedOn } = filing;
  const isFilled = filling === 'filled';
  const written = [
    comment ? '工作扎实。' : '',
    suggestion,
    comment || suggestion !== '' ? '签名：王主任' : '',
    signedOn === null ? '' : dayTitle(signedOn),
  ];
  const text = (parts: readonly string[]) => parts.filter((part) => part !== '').join('\n');
  return [
    ['附件2'],
    ['公务员平时（每月）考核备案表'],
    [`（${monthTitle(month)}）`],
    ...headerOf(described, person),
    ['科室业务责任目标暨亮点工作', filling === 'blank' ? '' : '外贸促稳'],
    ['个人岗位职责暨承担业务', filling === 'blank' ? '' : '统计'],
    ...tasksOf('工作任务完成情况（本月主要任务）', isFilled),
    ['分管领导或内设机构负责人评语及考核等次建议', isFilled ? text(written) : ''],
    ['考核委员会意见', ''],
    ['未确定等次或不参加考核情况说明', ''],
  ];
}
