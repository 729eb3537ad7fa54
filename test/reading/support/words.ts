/** What messy workbooks are made of: names, headings, titles, and rows that are nobody. */

export const SURNAMES = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕');
export const GIVEN = Array.from(
  '建国晓梅敏伟芳娜静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文斌红辉力鹏飞云龙海燕宁博',
);
export const MINORITY = ['阿卜杜拉·买买提', '古丽·艾山', '迪丽·热巴', '买买提·吐尔逊'];
export const RARE = ['𠮷田华', '李𬀩', '赵㛃', '王喆'];
export const DEPARTMENTS = [
  '办公室',
  '人事科',
  '外资科',
  '外贸科',
  '机关党委',
  '市场运行科',
  '商贸服务管理科',
  '法规科',
];
export const POSITIONS = ['科长', '副科长', '科员', '四级主任科员', '一级科员', '主任'];

/** Headings of the seven indicators in the order of their weights, as different offices write them. */
export const INDICATOR_WORDS: readonly (readonly string[])[] = [
  ['政治品质', '政治品质和道德水平', '政治素质', '政 治 品 质', '政治品质\n和道德水平'],
  ['工作作风', '作风', '工作作风情况', '工 作 作 风'],
  ['廉洁自律', '廉洁', '廉洁自律得分', '廉政'],
  ['学习指标', '学习', '学 习', '学习情况'],
  ['业务经办指标', '业务指标', '业务', '业务工作'],
  ['目标实施指标', '目标实施', '目标任务', '目标'],
  ['争先创优指标', '创先争优指标', '争先创优', '争创'],
];
export const WEIGHTS = [20, 10, 10, 10, 30, 10, 10];
export const TITLES = [
  '公务员平时（每月）考核测评表',
  '公务员平时考核测评表',
  '济宁市商务局公务员平时考核打分表',
  '平时考核测评表',
  '月度测评表',
  '公务员平时考核评分表',
];

/** Rows below or among the people that are nobody. */
export const NOBODY_ROWS = [
  '合计',
  '小计',
  '平均分',
  '平均',
  '最高分',
  '最低分',
  '满分',
  '标准分',
  '分值',
  '权重',
  '基准分',
  '及格线',
  '优秀线',
  '汇总',
  '累计',
  '总计',
  '全局平均',
  '去掉最高分',
  '去掉最低分',
  '极差',
  '得分率',
  '上月平均',
  '均分',
  '科室平均',
  '中位数',
  '标准差',
  '基础分',
  '良好线',
  '本科室均分',
  '去掉一个最高分',
  '全局合计',
  '平均值',
  '本科室小计',
  '应到人数',
  '实到',
  '缺席',
  '备查',
  '统计',
  '折算分',
  '总评',
  '有效票',
  '优秀比例',
  '共12人',
];
export const NOTE_ROWS = [
  '领导签字',
  '制表人',
  '填表说明',
  '制表人：刘洋',
  '审核人：',
  '打分说明：每项满分100分',
  '单位负责人签字：',
  '填表日期：2020年8月3日',
  '监票人',
  '计分人：周敏　　复核人：',
  '（盖章）',
  '注：本表一式两份',
  '审核：李四',
  '经办人：赵六',
  '以下空白',
  '转下页',
  '备注：此表由考核领导小组根据人员各方面实际表现进行打分。',
];
export const INVISIBLE = ['\u202A', '\u202C', '\u00AD', '\u200E', '\u2060', '\uFE00', '\u200B', '\uFEFF', '\u200D'];
export const RADICALS: Readonly<Record<string, string>> = {
  马: '⻢',
  高: '⾼',
  黄: '⻩',
  龙: '⻰',
  长: '⻓',
  文: '⽂',
  力: '⼒',
};
