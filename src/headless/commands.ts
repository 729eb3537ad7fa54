import { annualBook } from './annualCommand';
import {
  ANNEX,
  BOOKS,
  CHANGE,
  COUNT,
  DATE,
  DAY,
  DEPARTMENT,
  FILE,
  FLAG,
  FOLDER,
  HEADING,
  KIND,
  MONTH,
  NAME,
  QUARTER,
  RATER,
  READS,
  SCALE,
  SHEET_KIND,
  TAKEN,
  SPLIT,
  WRITES,
  YEAR,
  command,
  oneOrMore,
  optional,
  required,
  several,
} from './arguments';
import { documentsOf } from './documentsCommand';
import { archiveMonth, makeForms } from './formsCommand';
import { drawBook, explainGrades, leadershipBook, readinessOf, whatIfBook } from './groupCommands';
import { historyOfPeople } from './historyCommand';
import { importInto } from './importCommand';
import { remindOf } from './remindCommand';
import { finaliseBook, noticeBook, objectionsBook } from './noticeCommands';
import { checkBooks, reviewBook, scoreBook } from './reviewCommands';
import { packetBook, sealBook, verifyBook } from './sealCommands';

const quarter = required(QUARTER);
const month = required(MONTH);

/** Every command: its usage, its options and what it does, in the order in which an office needs them. */
export const COMMANDS = {
  forms: command(
    `<工作簿.xlsx> --month 2020-07|--quarter 2020Q3 --annex 1|2|3 [--out 结果.xlsx]
      [--department 外贸科] [--name 李军] [--rater 评委]… [--all-raters] [--protect] [--split person|department|rater]
      生成空白表格：按人员名册，为全体、一个科室或一个人生成附件1、附件2或附件3；附件3可为每位评委各生成一份，
      --all-raters 为考核领导小组全体（没有名单时为以前打过分的评委）；--quarter 一次生成三个月；
      --split 按人、科室或评委各生成一个文件供分发，--out 为文件夹`,
    {
      ...WRITES,
      month: optional(MONTH),
      quarter: optional(QUARTER),
      annex: required(ANNEX),
      department: optional(DEPARTMENT),
      name: optional(NAME),
      rater: several(RATER),
      'all-raters': FLAG,
      split: optional(SPLIT),
      protect: FLAG,
    },
    makeForms,
  ),
  import: command(
    `<工作簿.xlsx> --from 别的工作簿.xlsx… [--map 假别=情形]… [--as 请假情况=特殊情形登记]… [--take 附件3…=文件.xlsx]… [--out 结果.xlsx]
      导入：从别的工作簿取来以前的审定表、人员名册、请假情况（记入特殊情形登记）和填好的表；表头不认识的先列出
      推测的对应，用 --map 逐列确认或更正（不要的列写 不导入），用 --as 指定是什么表；确认过的记在“导入对照”表中；
      同一张表有内容不同的几份时一份也不取，列出可选的几份，用 --take 指定采用哪一份`,
    {
      ...WRITES,
      from: oneOrMore(FILE),
      map: several(HEADING),
      as: several(SHEET_KIND),
      take: several(TAKEN),
    },
    importInto,
  ),
  check: command(
    `<工作簿.xlsx>… [--month 2020-07] [--today 2020-08-03]
      检查测评表、周记实和备案表：列出每人每月的总分和需要处理的问题；未到期的不算缺，--month 只看一个月的材料`,
    { books: BOOKS, json: FLAG, today: DAY, month: optional(MONTH) },
    checkBooks,
  ),
  score: command(
    `<工作簿.xlsx> [--quarter 2020Q3] [--scale 百分制|分值制] [--out 结果.xlsx]
      计算得分：在测评表上写入总分、得分等次的公式（不指定季度时为全部测评表）`,
    { ...WRITES, quarter: optional(QUARTER), scale: optional(SCALE) },
    scoreBook,
  ),
  review: command(
    `<工作簿.xlsx> --quarter 2020Q3 [--scale 百分制|分值制] [--out 结果.xlsx]
      季度审定：汇总三个月，生成审定表`,
    { ...WRITES, quarter, scale: optional(SCALE) },
    reviewBook,
  ),
  readiness: command(
    `<工作簿.xlsx> --quarter 2020Q3 [--today 2020-10-09]
      准备情况：审定前后还缺哪些材料、意见和等次`,
    { ...READS, quarter, today: DAY },
    readinessOf,
  ),
  leadership: command(
    `<工作簿.xlsx> --quarter 2020Q3 [--out 结果.xlsx]
      考核领导小组：生成待填的名单`,
    { ...WRITES, quarter },
    leadershipBook,
  ),
  draw: command(
    `<工作簿.xlsx> --quarter 2020Q3 --count 2 --out 结果.xlsx [--today 2020-10-09]
      抽取成员：从科室负责人中随机抽取，并记入名单；应在抽取现场只运行一次`,
    { ...WRITES, quarter, count: required(COUNT), today: DAY, out: required(FILE) },
    drawBook,
  ),
  explain: command(
    `<工作簿.xlsx> --quarter 2020Q3 --name 张三 [--department 办公室]
      等次说明：一个人的等次是怎样得出的，从每个分数到审定`,
    { ...READS, quarter, name: required(NAME), department: optional(DEPARTMENT) },
    explainGrades,
  ),
  whatif: command(
    `<工作簿.xlsx> --quarter 2020Q3 --change 办公室/张三=较好…
      试算：如果某些人改为别的等次，“好”等次是否超出；重名时须写科室，只算不写`,
    { ...READS, quarter, change: oneOrMore(CHANGE) },
    whatIfBook,
  ),
  notice: command(
    `<工作簿.xlsx> --quarter 2020Q3 [--start 2020-10-12] [--out 结果.xlsx]
      公示：按审定等次生成公示表，公示3个工作日；--start 为张贴日期`,
    { ...WRITES, quarter, start: DAY },
    noticeBook,
  ),
  objections: command(
    `<工作簿.xlsx> [--today 2020-10-13] [--out 结果.xlsx]
      复核登记：填写答复期限，标出逾期和未办结的异议`,
    { ...WRITES, today: DAY },
    objectionsBook,
  ),
  finalise: command(
    `<工作簿.xlsx> --quarter 2020Q3 [--today 2020-10-15] [--fair] [--out 结果.xlsx]
      定稿：公示期满、异议办结后记入审定表，并生成结果运用名单；--fair 连“一般”等次也列入谈话`,
    { ...WRITES, quarter, today: DAY, fair: FLAG },
    finaliseBook,
  ),
  seal: command(
    `<工作簿.xlsx> --quarter 2020Q3 [--today 2020-10-15] [--by 封存人] [--renew] [--out 结果.xlsx]
      封存：为审定结果留下摘要，以后可核对是否被改动；--renew 在改动后重新封存`,
    { ...WRITES, quarter, today: DAY, by: optional(NAME), renew: FLAG },
    sealBook,
  ),
  verify: command(
    `<工作簿.xlsx> --quarter 2020Q3
      封存核对：列出封存后的改动；有改动时退出码为1`,
    { ...READS, quarter },
    verifyBook,
  ),
  documents: command(
    `<工作簿.xlsx> --quarter 2020Q3|--year 2020 [--out 文件夹] [--kind 公示]… [--start 2020-10-12] [--today 2020-10-15]
      Word 文稿：一个季度的公示、反馈单、复核答复、谈话记录，或一个年度的年度总结；不指定 --kind 时为全部`,
    {
      ...READS,
      quarter: optional(QUARTER),
      year: optional(YEAR),
      kind: several(KIND),
      start: optional(DATE),
      today: DAY,
      out: optional(FOLDER),
      force: FLAG,
    },
    documentsOf,
  ),
  packet: command(
    `<工作簿.xlsx> --quarter 2020Q3 [--out 结果.xlsx]
      纪检材料：直接确定、不确定、限制、补定和与建议不同的等次及其依据`,
    { ...WRITES, quarter },
    packetBook,
  ),
  archive: command(
    `<工作簿.xlsx> --month 2020-07 [--today 2020-08-03] [--out 结果.xlsx]
      归档：把一个月的表格排成一套供打印，列出已交和缺的；未到期的不算缺`,
    { ...WRITES, month, today: DAY },
    archiveMonth,
  ),
  remind: command(
    `<工作簿.xlsx> --month 2020-07 [--today 2020-08-03]
      催交名单：按科室列出一个月还缺谁的什么材料、哪天截止（月底、5日、10日）、是否逾期`,
    { ...READS, month, today: DAY },
    remindOf,
  ),
  history: command(
    `<工作簿.xlsx> [--name 张三] [--department 办公室]
      考核历史：一个人（或一个科室、全体）各季度的得分、建议等次、审定等次、特殊情形和考核记实`,
    { ...READS, name: optional(NAME), department: optional(DEPARTMENT) },
    historyOfPeople,
  ),
  annual: command(
    `<工作簿.xlsx> --year 2020 [--out 结果.xlsx]
      年度汇总：汇总四个季度的审定等次，给出年度考核的关联提示，生成年度汇总表`,
    { ...WRITES, year: required(YEAR) },
    annualBook,
  ),
};

const lines = Object.entries(COMMANDS).map(([name, { usage }]) => `  npm run --silent kaohe -- ${name} ${usage}`);

export const USAGE = `用法：
${lines.join('\n')}
各命令都可加 --json，以 JSON 输出。--out 指定写入的新文件，原文件不变；不加时只预览；已有的文件不覆盖，除非加 --force。日期不指定时为今天。
退出码：0 完成；1 完成，但数据有错误，或封存后有改动；2 未完成`;
