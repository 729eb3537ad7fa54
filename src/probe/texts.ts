interface Named {
  readonly [number: string]: string;
}

const named = (texts: Named): Named => texts;

const zh = {
  language: 'zh-CN',
  title: '平时考核：Excel 试验',
  noExcel: '请在 Excel 中打开本页：用安装包中的 probe-manifest.xml 添加加载项，再从“加载项”中打开。',
  about:
    '本页向这台电脑的 Excel 提十几个问题，用来核对加载项的安全措施。约两分钟。只在空白工作簿中进行：新建的试验表用完即删，不读取别的文件，也不发送任何内容。',
  start: '开始',
  notEmpty: '这个工作簿里有内容，没有开始。请新建一个空白工作簿，在其中打开本页。',
  waiting: '未开始',
  asking: '正在询问…',
  answered: '已回答',
  questions: named({
    '1': '合并区域最多多少',
    '2': '很长的地址是否被截断',
    '3': '受保护的工作表能读到什么',
    '4': '数据验证与提示的先后',
    '5': '同一单元格的两条条件格式',
    '6': '页面缩放和超链接的格式',
    '7': '撇号、日期与数字格式',
    '8': '别的程序写的公式是否被加上 @',
    '9': '很长的地址能否使用',
    '10': '暂停计算之后的值',
    '11': '更改通知是否齐全',
  }),
  byHand: '需要动手的三步（可选）',
  steps: named({
    '12': '在刚打开的试验表中选中 A1，点“开始”→“条件格式”→“突出显示单元格规则”→“大于”，填 1 确定；再做一次，填 2。然后点“询问”。',
    '13': '点“询问”后，马上切换到另一个工作簿（没有就先新建一个），停在那里十秒以上，再回来。',
    '14': '点“询问”后，马上双击试验表的一个单元格，输入 1，不要按回车，停在那里十秒以上；再点一下别的单元格。',
  }),
  prepare: '准备',
  ask: '询问',
  secondsLeft: (seconds: number) => `还有 ${seconds} 秒…`,
  firstClick: '另请一试：完全关闭 Excel 后重新打开，不打开窗格，直接点“开始”选项卡中的“检查”。第一次点击：',
  firstClickChoices: named({ '': '没有试', taken: '打开了窗格并检查', lost: '没有反应，第二次才有' }),
  report: '报告',
  reportHelp: '请复制报告，或写入本工作簿后保存，发给维护人员。报告中没有姓名、分数和文件名。',
  copy: '复制',
  copied: '已复制',
  copyFailed: '这里不能复制，请在框中全选后按 Ctrl+C。',
  write: '写入本工作簿',
  written: '已写入工作表“试验报告”，请保存工作簿。',
  writeFailed: (code: string) => `没有写入（${code}），请改用复制。`,
  leftOver: (names: string) => `这些试验表没有删掉，可以手工删除：${names}。`,
};

export type Texts = typeof zh;

const en: Texts = {
  language: 'en',
  title: 'Routine appraisal: probe of Excel',
  noExcel: 'Please open this page in Excel: add the add-in by probe-manifest.xml of the package, then open it.',
  about:
    'This page puts some questions to the Excel of this machine, to check the guards of the add-in. It takes two minutes, in an empty workbook only: sheets made for it are deleted again; no other file is read and nothing is sent.',
  start: 'Start',
  notEmpty:
    'This workbook has contents, so nothing was started. Please make an empty workbook and open this page in it.',
  waiting: 'not started',
  asking: 'asking…',
  answered: 'answered',
  questions: {
    '1': 'How many merged areas',
    '2': 'Whether long addresses are cut',
    '3': 'What a protected sheet tells',
    '4': 'Prompts and rules of data validation',
    '5': 'Two conditional formats on a cell',
    '6': 'Page scaling and the look of links',
    '7': 'Apostrophes, dates and number formats',
    '8': 'Whether formulas of other programs get an @',
    '9': 'Whether long addresses may be used',
    '10': 'Values after suspended calculation',
    '11': 'Whether all change events arrive',
  },
  byHand: 'Three steps by hand (optional)',
  steps: {
    '12': 'On the sheet that opens, select A1, choose Home → Conditional Formatting → Highlight Cells Rules → Greater Than, 1, OK; once more with 2. Then press Ask.',
    '13': 'Press Ask, then go to another workbook at once (make one before), stay there for more than ten seconds and come back.',
    '14': 'Press Ask, then double-click a cell of the sheet at once, type 1 without Enter, wait for more than ten seconds, then click another cell.',
  },
  prepare: 'Prepare',
  ask: 'Ask',
  secondsLeft: (seconds: number) => `${seconds} seconds left…`,
  firstClick:
    'One more: quit Excel, start it again, and click Check on the Home tab without opening the pane. The first click:',
  firstClickChoices: { '': 'not tried', taken: 'opened the pane and checked', lost: 'did nothing; the second did' },
  report: 'Report',
  reportHelp:
    'Please copy the report, or write it into this workbook, save, and send it. It has no names, scores or file names.',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Copying is not possible here: please select all in the box and press Ctrl+C.',
  write: 'Write into this workbook',
  written: 'It is on the sheet 试验报告 now; please save the workbook.',
  writeFailed: (code: string) => `It was not written (${code}); please copy it.`,
  leftOver: (names: string) => `These sheets were not deleted; you may delete them by hand: ${names}.`,
};

/** The page's texts: Chinese unless Excel speaks another language. */
export function textsOf(language: string): Texts {
  return /^zh/i.test(language) ? zh : en;
}
