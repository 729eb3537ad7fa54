import { onCell, onSheet } from '../grid/problems';
import { perhaps } from '../words/similarNames';

/** Problems of 特殊情形登记, 考核记实 and open 立案. */
export const problem = {
  circumstanceUnknownPerson: onCell(
    'error',
    'CIRCUMSTANCE_UNKNOWN_PERSON',
    (person: string, similar: readonly string[]) =>
      `“${person}”不在花名册和测评表上${perhaps(similar)}这一行未采用；请核对科室和姓名`,
  ),
  circumstanceNamesake: onCell(
    'error',
    'CIRCUMSTANCE_NAMESAKE',
    (person: string) => `“${person}”有多人同名，这一行未采用；请填写科室`,
  ),
  evidenceHeadingsMissing: onSheet(
    'error',
    'EVIDENCE_HEADINGS_MISSING',
    (labels: readonly string[]) => `考核记实的表头缺少${labels.join('、')}，未读取；请恢复表头`,
  ),
  evidenceUnknownPerson: onCell(
    'error',
    'EVIDENCE_UNKNOWN_PERSON',
    (person: string, similar: readonly string[]) =>
      `“${person}”不在花名册和测评表上${perhaps(similar)}这条记实未采用；请核对科室和姓名`,
  ),
  evidenceNamesake: onCell(
    'error',
    'EVIDENCE_NAMESAKE',
    (person: string) => `“${person}”有多人同名，这条记实未采用；请填写科室`,
  ),
  evidenceInvalid: onCell('error', 'EVIDENCE_INVALID', (what: string) => `${what}；请改正，否则这条记实不能采用`),
  caseNotRegistered: onCell(
    'warning',
    'CASE_NOT_REGISTERED',
    (name: string, where: string, text: string) =>
      `${name}的${where}写有“${text}”，而特殊情形登记没有相应的登记；请核对：尚未结案的登记“立案调查”（参加考核、不定等次，五·5），已结案而不给予处分的登记“结案不予处分”，没有立案的请在此处写明“未立案”`,
  ),
};
