import { onCell, onSheet, onWorkbook } from '../grid/problems';

/** Problems of 附件3. */
export const problem = {
  // ---- finding forms
  nameColumnMissing: onCell('error', 'NAME_COLUMN_MISSING', () => '测评表缺少“姓名”列，整表未计算；请补上“姓名”表头'),
  formUnrecognised: onCell(
    'error',
    'FORM_UNRECOGNISED',
    (labels: string) => `疑似测评表，但表头只识别出${labels}，整表未读取；请按附件3的七项指标改正表头`,
  ),
  headingMissing: onCell(
    'warning',
    'HEADING_MISSING',
    () => '标题像测评表，但没有找到“姓名”和七项指标的表头，未读取；如是附件3请改正表头',
  ),
  columnMissing: onCell(
    'error',
    'COLUMN_MISSING',
    (label: string) => `缺少“${label}”列，整表未计算；请补上该列或改正表头`,
  ),
  columnDuplicate: onCell(
    'error',
    'COLUMN_DUPLICATE',
    (label: string, cells: string) => `“${label}”列重复（${cells}），整表未计算；请只保留一列`,
  ),
  periodNotMonth: onCell(
    'error',
    'PERIOD_NOT_MONTH',
    (period: string) =>
      `标题写的是${period}，不是一个月，整表未计算；平时考核以月为周期，请每月一张测评表，或改正标题（二·考核等次）`,
  ),
  raterWeightsUnused: onSheet(
    'warning',
    'RATER_WEIGHTS_UNUSED',
    (month: string, written: string, would: readonly string[], people: number) =>
      `${month}的表上写有评委权重（${written}），没有采用，各评委同等计算` +
      (would.length === 0 ? '' : `；按所写权重应为${would.join('、')}${people > would.length ? `等${people}人` : ''}`) +
      '；请考核领导小组确认',
  ),
  raterWeightsDiffer: onSheet(
    'warning',
    'RATER_WEIGHTS_DIFFER',
    (month: string, written: string, set: string) =>
      `${month}的表上写有评委权重（${written}），与考核设置的评委组及权重（${set}）不同，按考核设置计算；请核对`,
  ),
  raterGroupUnknown: onCell(
    'error',
    'RATER_GROUP_UNKNOWN',
    (groups: string) =>
      `这张表没有写明属于哪一个评委组（${groups}），或写了不止一个，未计算；请在表上写“评委：组名”，或更改考核设置的评委组`,
  ),
  raterGroupMissing: onSheet(
    'warning',
    'RATER_GROUP_MISSING',
    (month: string, missing: string, people: string) =>
      `${month}${people}缺评委组${missing}的打分，按考核设置的评委组权重不能得出总分，未计算；请补打分，或更改考核设置的评委组`,
  ),
  extraNotCounted: onCell(
    'warning',
    'EXTRA_NOT_COUNTED',
    (label: string, text: string, total: string) =>
      `“${label}”${text}不在方案的七项指标之内，未计入总分${total === '' ? '' : `；如计入为${total}`}；请核对`,
  ),
  extraNotANumber: onCell(
    'error',
    'EXTRA_NOT_A_NUMBER',
    (label: string, text: string) =>
      `“${label}”计入总分，而“${text}”不是有效的分值，该行未计算；请改为数字，如2，没有的请留空`,
  ),
  extraHeld: onCell(
    'warning',
    'EXTRA_HELD',
    (name: string, bonus: string, deduction: string) =>
      `${name}的加分、扣分超过考核设置的上限（加分${bonus}分、扣分${deduction}分），按上限计入；请核对`,
  ),
  vetoNotCounted: onCell(
    'warning',
    'VETO_NOT_COUNTED',
    (label: string, text: string) =>
      `“${label}”${text}不影响总分；是否应在特殊情形登记中登记“直接确定为较差”？（五·3）`,
  ),
  formEmpty: onCell('note', 'FORM_EMPTY', () => '测评表没有填写人员'),
  labelsRead: onCell('note', 'LABELS_READ', (pairs: string) => `表头写法与附件3不同，已识别：${pairs}`),
  rowsSkipped: onCell('note', 'ROWS_SKIPPED', (rows: string) => `以下各行不是人员，已跳过：${rows}`),
  rowSplit: onCell('error', 'ROW_SPLIT', (name: string) => `${name}占了几行并各有分数，未计算；请合并为一行`),
  rowTorn: onCell(
    'error',
    'ROW_SPLIT',
    (rows: string, names: string) =>
      `${rows}的分数合起来正好是七项（姓名${names}），像是一个人的一行被拆成两行，未计算；请合并为一行`,
  ),
  hiddenCells: onCell('warning', 'HIDDEN_CELLS', (what: string) => `含${what}，已一并读取；请取消隐藏或筛选后核对`),
  coloursIgnored: onCell(
    'warning',
    'COLOURS_IGNORED',
    () => '表上有条件格式着色；颜色不参与计算，如以颜色表示扣分等含义，请写成数字或文字',
  ),

  // ---- weights
  weightsMissing: onCell('warning', 'WEIGHTS_MISSING', (weights: string) => `未注明权重，按${weights}计算，请确认`),
  weightsPartial: onCell(
    'warning',
    'WEIGHTS_PARTIAL',
    (labels: string, weights: string) => `${labels}未注明权重，全表按${weights}计算，请确认`,
  ),
  weightsChanged: onCell(
    'warning',
    'WEIGHTS_CHANGED',
    (printed: string, inForce: string) =>
      `表上权重${printed}与考核设置的${inForce}不同，按考核设置计算；请核对，可在检查页“可以代为改正”中把表头的权重改为${inForce}，或更改考核设置`,
  ),
  weightsPrinted: onCell(
    'warning',
    'WEIGHTS_PRINTED',
    (weights: string) => `没有考核设置，按测评表一致印明的权重${weights}计算（与方案默认不同），并写入考核设置，请确认`,
  ),
  weightsDisagree: onCell(
    'error',
    'WEIGHTS_DISAGREE',
    (printed: string, all: readonly string[]) =>
      `表上权重${printed}，而各测评表的权重不一致（${all.join('、')}），未计算；请在“考核设置”中选定权重后重新运行`,
  ),
  weightsTotal: onCell(
    'error',
    'WEIGHTS_TOTAL',
    (sum: string) => `权重合计${sum}%，应为100%，整表未计算；请改正表头权重`,
  ),
  signaturePicture: onCell(
    'warning',
    'SIGNATURE_PICTURE',
    () => '这里没有键入签字人姓名，而表上有图片，无法核对图片签名；请在“分管领导签字：”后键入姓名',
  ),
  raterMissing: onCell(
    'warning',
    'RATER_MISSING',
    (name: string, month: string, expected: number, given: number, absent: string, outcome: string) =>
      `${name}${month}${expected}名评委中${given}名打分，缺${absent}；${outcome}`,
  ),
  scoresIdentical: onCell('warning', 'SCORES_IDENTICAL', () => '所有人员的分数完全相同，请确认是否逐人打分'),
  scoresAllFull: onCell('warning', 'SCORES_ALL_FULL', () => '所有分数都是满分，请确认'),
  ratersIdentical: onCell(
    'warning',
    'RATERS_IDENTICAL',
    (other: string) => `全部分数与${other}相同，请确认是否为同一份表的副本`,
  ),

  // ---- scale
  scaleAssumed: onSheet(
    'warning',
    'SCALE_ASSUMED',
    (month: string) => `${month}的分数都不超过各项权重，按分值制（总分为各项相加）计算；如为百分制请在考核设置中指定`,
  ),
  scaleMixed: onCell(
    'error',
    'SCALE_MIXED',
    (name: string) => `${name}的分数疑似混用百分制与分值制，未计算；请统一按百分制打分`,
  ),
  scoreUnusuallyLow: onCell(
    'warning',
    'SCORE_UNUSUALLY_LOW',
    (name: string, labels: string) => `${name}的${labels}不超过该项权重，请确认是否按百分制打分`,
  ),

  // ---- scores
  scoreMissing: onCell(
    'error',
    'SCORE_MISSING',
    (name: string, label: string) => `${name}缺“${label}”分数，未计算；请补录`,
  ),
  scoresMissing: onCell('error', 'SCORE_MISSING', (name: string) => `${name}七项指标都没有分数，未计算；请补录`),
  formUnscored: onCell(
    'warning',
    'FORM_UNSCORED',
    (people: number) => `${people}人都还没有打分，未计算；请考核领导小组打分`,
  ),
  scoreNotANumber: onCell(
    'error',
    'SCORE_NOT_A_NUMBER',
    (text: string) => `“${text}”不是有效分数，未计算；请改为数字，如85`,
  ),
  scoreOutOfRange: onCell(
    'error',
    'SCORE_OUT_OF_RANGE',
    (text: string, limit: number) => `“${text}”超出范围，未计算；分数须为0到${limit}`,
  ),
  cellError: onCell('error', 'CELL_ERROR', (text: string) => `公式结果为${text}，未计算；请改正公式或直接填写`),
  scoreTextNormalised: onCell(
    'note',
    'SCORE_TEXT_NORMALISED',
    (text: string, score: string) => `文本“${text}”按${score}分计算`,
  ),
  scoreZero: onCell('warning', 'SCORE_ZERO', (name: string, label: string) => `${name}“${label}”为0分，请确认是否漏填`),
  scoreDecimals: onCell('warning', 'SCORE_DECIMALS', (text: string) => `“${text}”超过两位小数，按原数计算，请确认`),
  externalLink: onCell('warning', 'EXTERNAL_LINK', () => '分数取自其他工作簿，按现有结果计算；请核对后改为数值'),

  // ---- totals and grades that people typed
  totalDiffers: onCell(
    'warning',
    'TOTAL_DIFFERS',
    (existing: string, computed: string) => `原总分${existing}，重算${computed}；原值未改动，请核对`,
  ),
  gradeDiffers: onCell(
    'warning',
    'GRADE_DIFFERS',
    (existing: string, total: string, grade: string) =>
      `原等次“${existing}”作为建议保留，总分${total}对应“${grade}”，请核对`,
  ),
  gradeWord: onCell(
    'error',
    'GRADE_WORD',
    (existing: string, proposal: string) => `“${existing}”不是规定的等次，等次须为好/较好/一般/较差${proposal}；请改正`,
  ),

  // ---- names
  nameMissing: onCell('error', 'NAME_MISSING', () => '有分数而没有姓名，未计算；请补上姓名或清除该行分数'),
  nameCovered: onCell(
    'error',
    'NAME_MISSING',
    (merged: string) => `有分数而姓名被合并单元格${merged}盖住，未计算；请拆分该合并单元格并补上姓名`,
  ),
  nameSeveral: onCell('error', 'NAME_SEVERAL', (text: string) => `“${text}”一格内有多个姓名，未计算；请每人一行`),
  nameNotText: onCell('error', 'NAME_NOT_TEXT', (text: string) => `“${text}”不是姓名，未计算；请填写姓名`),
  duplicatePerson: onCell(
    'error',
    'DUPLICATE_PERSON',
    (name: string, places: string) => `${name}在同一评委同月的表中出现多次（${places}），均未计算；请只保留一行`,
  ),
  monthWithoutForm: onWorkbook(
    'warning',
    'MONTH_WITHOUT_FORM',
    (month: string) => `没有找到${month}的测评表，该月不计入平均；请补充后重新运行`,
  ),
};
