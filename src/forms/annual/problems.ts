import { onCell, onSheet, onWorkbook } from '../grid/problems';

/** Problems of the year. */
export const problem = {
  annualNothing: onWorkbook(
    'error',
    'ANNUAL_NOTHING',
    (year: number) =>
      `没有找到${year}年任何季度的审定表或测评表，未生成年度汇总表；请先生成审定表（“审定”页“预览审定表”），或检查年份`,
  ),
  annualQuarterMissing: onWorkbook(
    'warning',
    'ANNUAL_QUARTER_MISSING',
    (quarter: string) => `缺少${quarter}的审定表，该季度按无结果汇总；请把该季度的审定表放入本工作簿后重新汇总`,
  ),
  annualQuarterUnreviewed: onWorkbook(
    'warning',
    'ANNUAL_QUARTER_UNREVIEWED',
    (quarter: string) =>
      `${quarter}有测评表而没有审定表，暂按建议等次汇总并标明“未审定”；请先生成审定表（“审定”页“预览审定表”），由考核领导小组审定`,
  ),
  annualUndecided: onSheet(
    'warning',
    'ANNUAL_UNDECIDED',
    (count: number, names: string) =>
      `${count}人没有审定等次（${names}），暂按建议等次汇总并标明“未审定”；请考核领导小组审定后重新汇总`,
  ),
  annualDepartmentChanged: onSheet(
    'note',
    'ANNUAL_DEPARTMENT_CHANGED',
    (name: string, there: string, now: string) =>
      `${name}在本表的科室是“${there}”，人员名册上是“${now}”，按同一人汇总；如是同名的另一人，请在人员名册上分别列出`,
  ),
  annualHeadingsMissing: onSheet(
    'error',
    'ANNUAL_HEADINGS_MISSING',
    (labels: readonly string[]) =>
      `年度汇总表的表头缺少${labels.join('、')}，未写入；请恢复表头，或将此表改名、删除后重新汇总`,
  ),
  annualProtected: onSheet('error', 'ANNUAL_PROTECTED', () => '工作表受保护，未写入；请先取消保护再汇总'),
  annualPersonGone: onCell(
    'warning',
    'ANNUAL_PERSON_GONE',
    (name: string) => `当年的审定表上没有“${name}”，该行保留未动；请核对后自行删除或改正姓名、科室`,
  ),
  annualProposalDoubtful: onCell(
    'warning',
    'ANNUAL_PROPOSAL_DOUBTFUL',
    (name: string, proposed: string, why: string) => `${name}拟定为“${proposed}”，但${why}；请核对`,
  ),
  annualRefuserProposed: onCell(
    'error',
    'ANNUAL_REFUSER_PROPOSED',
    (name: string, proposed: string) =>
      `${name}拟定为“${proposed}”，但其经批评教育后仍拒不参加平时考核，当年不得参加年度考核，不能给予表彰奖励（五·6）；未列入优秀公示附表，请改正`,
  ),
  annualPlanFiledLate: onCell(
    'note',
    'ANNUAL_PLAN_FILED_LATE',
    (name: string, filed: string, day: string) =>
      `${name}的年度工作计划已于${day}前完成，${filed}才报人事科备案；方案只规定完成期限（三（二）1）`,
  ),
  annualPlansUnknown: onWorkbook(
    'note',
    'ANNUAL_PLANS_UNKNOWN',
    (day: string) =>
      `没有找到年度工作计划备案表，未核对计划是否按期备案（三（二）1，应于${day}前完成）；可建一张含姓名、备案日期的“年度工作计划”表`,
  ),
  annualPlanMissing: onSheet(
    'warning',
    'ANNUAL_PLAN_MISSING',
    (count: number, names: string, day: string) =>
      `${count}人没有列在表上（${names}）：年度工作计划应于${day}前完成，经分管领导核准后报人事科备案（三（二）1）`,
  ),
  annualPlanLate: onCell(
    'warning',
    'ANNUAL_PLAN_LATE',
    (name: string, what: string, day: string) =>
      `${name}的年度工作计划${what}；应于${day}前完成，经分管领导核准后报人事科备案（三（二）1）`,
  ),
};
