import type { CalendarDate } from '../../assessment/calendarDate';
import type { IndicatorId } from '../../assessment/indicator';
import type { Quota } from '../../assessment/quota';
import type { AgendaItem } from '../../excel/reading/workbookState';
import type { PeopleChoice } from '../../forms/paper/made';
import type { ObjectionRemark } from '../../forms/notice/objections';
import type { NoticePeriod } from '../../forms/notice/period';
import type { Command } from './commands';
import type { Texts } from './zh';
import { counted } from './countedEn';
import { meanings } from './meaningsEn';
import { steps } from './stepsEn';
import { basisText, choiceText } from './settingsEn';

const COMMANDS: Readonly<Record<Command, string>> = {
  载入示例: 'Load the sample',
  新建工作簿: 'New workbook',
  制作表格: 'Make forms',
  空白名册和登记表: 'Empty roster and registers',
  收集: 'Collect',
  归档: 'Put on file',
  检查: 'Check',
  清除标记: 'Clear marks',
  改正: 'Correct',
  打分: 'Score',
  审定: 'Decide',
  计算得分: 'Calculate scores',
  季度审定: 'Quarterly review',
  等次说明: 'Explain grades',
  去掉等次说明: 'Take explanations away',
  考核领导小组: 'Leadership group',
  抽取成员: 'Draw members',
  封存: 'Seal',
  纪检材料: 'Discipline packet',
  公示: 'Public notice',
  复核登记: 'Objections',
  定稿: 'Make final',
  结果运用: 'Follow-up',
  年度汇总: 'Annual summary',
  考核设置: 'Settings',
  工作日历: 'Working days',
};

const INDICATORS: Readonly<Record<IndicatorId, string>> = {
  politics: 'Political character',
  conduct: 'Conduct of work',
  integrity: 'Integrity',
  learning: 'Learning',
  business: 'Handling of business',
  goals: 'Goals carried out',
  excellence: 'Striving for excellence',
};

const REMARKS: Readonly<Record<ObjectionRemark, string>> = {
  请填写收到日期: 'fill in the day of receipt',
  公示开始前提出: 'made before the notice was posted',
  公示期满后提出: 'made after the period of the notice',
  逾期未答复: 'not answered in time',
  逾期答复: 'answered too late',
  请填写复核结果: 'fill in the result',
  请填写完整的答复日期: 'fill in the whole date of the answer',
  答复早于收到日期: 'answered before it was received',
  答复日期在今天之后: 'answered after today',
  不在公示名单上: 'not on the notice',
};

const AGENDA_WORDS: Readonly<Record<AgendaItem['kind'], (month: string, name: string) => string>> = {
  附件1: (month) => `Weekly records (附件1) of ${month} put on file`,
  附件2: (month) => `Monthly forms (附件2) of ${month} collected`,
  评鉴: (month) => `Comments and suggested grades of ${month}`,
  审定: () => 'The leadership group decides the grades',
  公示期满: () => 'The public notice ends',
  答复: (_month, name) => `Answer the objection of ${name}`,
};

/** Every text of the pane in English, with the keys of `zh.ts` and `zhPages.ts`. Grades and names of forms stay as the notice writes them. */
export const en: Texts = {
  language: 'en',
  command: (command) => COMMANDS[command],
  indicator: ({ id, label }) => `${INDICATORS[id]} ${label}`,
  month: (month) => month,
  quarter: (quarter) => quarter.replace('Q', ' Q'),
  meanings,
  start: {
    title: 'Routine appraisal',
    connecting: 'Connecting to Excel…',
    noAnswer:
      'Excel has not answered yet. Please close the pane and open it again, then restart Excel; if that does not help, please tell your administrator.',
    noWorkbook: 'No Excel workbook is open here. In Excel, choose the button of this add-in on the Home tab.',
    excelTooOld: 'This Excel is too old. Please use Excel 2021, Microsoft 365 or Excel on the web.',
  },
  shell: {
    pages: {
      overview: 'Overview',
      forms: 'Forms',
      check: 'Check',
      score: 'Score',
      review: 'Review',
      notice: 'Notice',
      annual: 'Year',
      settings: 'Settings',
    },
    navigation: 'Pages',
    quarter: 'Quarter',
    noQuarter: 'No score sheet',
    refresh: 'Read again',
    stale: 'The workbook has changed; what is shown below may be out of date.',
    rereading: 'The workbook has changed; reading it again…',
    reading: 'Reading the workbook…',
    writing: 'Writing…',
    cancel: 'Cancel',
    cancelled: 'Cancelled; the workbook has not changed.',
    finishEditing:
      'Waiting for Excel. If a cell is being edited, click another cell, or press Enter to finish or Esc to drop the edit.',
    noAnswer: 'Excel does not answer. You can go on waiting; if the connection is lost, choose Cancel.',
    gaveUp: 'Not waited for any longer; it may have been written. Read the workbook again before you repeat it.',
    written: (cells: number) => (cells > 0 ? `Written: ${counted(cells, 'cell')}.` : 'Written.'),
    show: (sheet: string) => `Show “${sheet}”`,
    undo: (command: string) => `Undo “${command}”`,
    undone: 'Undone; the cells hold what they held before.',
    steps: (count) => `Steps that can be undone one by one (${count})`,
    step: (command, sheets, cells) => `${command}: ${sheets.join(', ')}, ${cells} cells`,
    discardEdits: 'Drop these edits and undo',
    needsForms:
      'No score sheet (附件3) with a month was found. Make or collect some under Forms, or check the month in their titles.',
    unexpected:
      'The pane has failed; the workbook has not changed by it. Open the pane again; if it fails again, report what stands below.',
  },
  preview: {
    title: (command: string) => `${command}: what will be written`,
    checkFirst: 'Please check, then confirm. The workbook does not change before that.',
    undoHere:
      'To take it back afterwards use Undo below: writing takes up or clears what Excel itself can undo (Ctrl+Z).',
    nothingToWrite: 'The workbook is up to date; there is nothing to write.',
    errorsFirst: 'There is nothing to write. Deal with the errors below, then try again.',
    confirm: 'Write',
    close: 'Close',
    newSheet: (sheet: string) => `New sheet “${sheet}”`,
    block: (cells: number, address: string, label: string) => `${address}: ${label}, ${counted(cells, 'cell')}`,
    overwrites: (cells: number) => ` (of which ${cells} hold something now and will be replaced)`,
    newRows: (count: number, above: number) => `${counted(count, 'row')} inserted above row ${above}`,
    inputChecks: (addresses: readonly string[]) => `Input checks: ${addresses.join(', ')}`,
    messages: (count: number) => `Messages at ${counted(count, 'cell')}`,
    marks: (count: number) => `Marks of the check: ${count}`,
    formats: 'Formats of the cells that are written',
    pageSetup: 'Page setup (A4)',
    printColumns: (columns: string) => `Print area set to columns ${columns}`,
    frozenRows: (count: number) => `First ${counted(count, 'row')} frozen`,
    hiddenRow: (row: number) => `Row ${row}, which is not needed any more, hidden`,
    shownRow: (row: number) => `Row ${row} shown again`,
    hiddenColumns: (address: string) => `Columns for the program hidden: ${address}`,
    name: (name: string, address: string) => `Name “${name}” defined: ${address}`,
    changes: ({ isNew, filled, replaced }) =>
      isNew
        ? `A new sheet, ${counted(filled, 'cell')}`
        : [
            filled > 0 ? `${counted(filled, 'cell')} filled` : '',
            replaced > 0 ? `${counted(replaced, 'cell')} changed (the old content is struck out)` : '',
          ]
            .filter((part) => part !== '')
            .join(', '),
    inWords: (count) => `In words (${count})`,
    asItWillLook: (sheet) => `How “${sheet}” will look`,
    notDrawn: (rows, columns) =>
      `… and ${[rows > 0 ? counted(rows, 'row') : '', columns > 0 ? counted(columns, 'column') : ''].filter((part) => part !== '').join(', ')} more`,
    formula: 'formula',
    emptied: '(emptied)',
    was: 'was',
    willBe: 'will be',
  },
  problems: {
    title: (count: number) => `To be checked (${count})`,
    none: 'No problems found.',
    severities: { error: 'Error', warning: 'Warning', note: 'Note' },
    counted: (severity, count) => counted(count, severity),
    about: (people) => people.join(', '),
    places: (count) => `The same in ${count} places`,
    more: (count: number) => `Show ${count} more`,
    whole: 'Whole workbook',
  },
  overview: {
    deadline: ({ quarter, deadline: { literal, deferred } }) =>
      `${quarter.replace('Q', ' Q')} has to be decided by ${literal}${literal === deferred ? '' : `, which is no working day; put off to ${deferred}`} (三（二）4).`,
    contents: 'In this workbook',
    roster: (people: number) => `Roster (人员名册): ${counted(people, 'person', 'people')}`,
    noRoster: 'No roster (人员名册)',
    scoreSheets: (count: number) => `Score sheets (附件3): ${count}`,
    filings: (count: number) => `Monthly filing forms (附件2): ${count}`,
    weeklyRecords: (count: number) => `Weekly records (附件1): ${count}`,
    errors: (errors: number, warnings: number) => `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`,
    quota: 'Limit of 好 (good)',
    grades: 'People by grade',
    readiness: 'What is missing',
    nothingLacks: 'Everything that the review needs is there.',
    next: 'Next step',
    steps,
    warned: (count) =>
      `${counted(count, 'warning')} about the decisions (page Notice, first step). You may go on; 操作记录 keeps it.`,
    open: (page) => `Open “${page}”`,
    goToCell: ({ sheet, cell }) => (cell === null ? `Go to “${sheet}”` : `Go to “${sheet}” ${cell}`),
    counted: ({ by, decided, undecided }) =>
      by === '建议等次'
        ? 'Nothing is decided yet; counted by suggested grades (建议等次).'
        : `Counted by decided grades (审定等次): ${decided} decided${undecided > 0 ? `, ${undecided} open` : ''}.`,
    loadSample: 'Load the sample',
    welcome: 'There are no appraisal forms in this workbook yet.',
  },
  help: {
    title: 'About this page',
    manual: 'Open this section of the manual (Chinese)',
    keys: 'Keys (?)',
    pages: {
      overview:
        'What to do next, which deadlines are near or past, and what is missing. Buttons go to the very cell or control.',
      forms:
        'Make empty annexes 1, 2 and 3 and hand them out; take filled-in files over under Collect, and see who still owes what.',
      check:
        'What is wrong, missing or contradictory, each leading to its cell. What is clear but oddly written can be put right, one by one.',
      score:
        'Choose month and score sheet, then enter seven scores a person. Enter in the last field writes them and goes on; it can be undone.',
      review:
        'Make the review sheet first; then the leadership group decides person by person, written at once, undoable. Nobody is ever demoted by the program.',
      notice: 'From top to bottom: decisions, notice of three working days, objections, final version, follow-up.',
      annual: 'The four quarters of a year side by side, with hints for the annual appraisal; its grades are yours.',
      settings:
        'Weights, grade lines, the limit of 好 and more, previewed and then written into 考核设置. Calculate scores and review again afterwards.',
    },
  },
  keys: {
    title: 'Keys',
    list: [
      ['?', 'Show this list (in a field it is typed as usual)'],
      ['Esc', 'Close a preview or this list; nothing is written'],
      ['Tab, Shift+Tab', 'Next and previous control'],
      ['Enter', 'Score: next field; in the last one, write and go to the next person'],
      ['Alt+↑, Alt+↓, PageUp, PageDown', 'Score: previous and next person'],
      ['1 to 5', 'Review: the five grades in their order, then the next person'],
      ['↑, ↓', 'Review: another person'],
      ['←, → and space', 'Review: move between grades and choose'],
    ],
  },
  first: {
    title: 'There are no appraisal forms in this workbook yet: begin here',
    newTitle: 'A new workbook of your own',
    newHint:
      'Enter the office, the weights and the raters: roster, registers and settings are made of it, after a preview.',
    new: 'Begin',
    openTitle: 'Open a workbook',
    openHint: 'Where there are score sheets or reviews already; what stands there is not changed.',
    open: 'Open',
    howToOpen:
      'In Excel choose File, Open, then the workbook, and open this pane there from the Home tab. To take over many filled-in files, go to Forms.',
    sampleTitle: 'Look at a sample',
    sampleHint: 'One quarter of 19 people, to try everything; it can be undone.',
  },
  agenda: {
    title: 'Deadlines',
    day: (day) => day,
    what: ({ kind, month, open, name }) =>
      AGENDA_WORDS[kind](month ?? '', name) +
      (open === null || open === 0 ? '' : `: ${counted(open, 'person', 'people')} to go`),
    deferred: (day) => `put off to ${day}; `,
    states: {
      done: () => 'Done',
      late: (days) => `${counted(days, 'day')} late`,
      putOff: () => 'Put off',
      today: () => 'Due today',
      coming: (days) => `In ${counted(days, 'day')}`,
    },
    later: (count) => `Later deadlines (${count})`,
    done: (count) => `Done (${count})`,
  },
  pictures: {
    quota: (period: string, { participants, goodLimit, good, over, exempt = 0 }: Quota & { exempt?: number }) =>
      `${period}: ${counted(participants, 'participant')}, ${good} with 好 of at most ${goodLimit}` +
      (over > 0 ? `, ${over} too many` : '') +
      (exempt > 0 ? `; beside them ${exempt} given 好 directly, which takes no seat` : ''),
    grade: (grade: string, people: number) => `${grade}: ${counted(people, 'person', 'people')}`,
    by: {
      审定等次: (period) => `${period} (decided)`,
      建议等次: (period) => `${period} (suggested)`,
    },
    without: { 审定等次: 'Not decided', 建议等次: 'No suggestion' },
    months: (name: string, totals: string) => `Totals of ${name} by month: ${totals}`,
    noTotal: 'none',
  },
  errors: {
    AccessDenied:
      'Excel did not allow it; nothing was written. Unprotect the sheet where it is protected; where the workbook is read-only, enable editing or save a copy.',
    ApiNotFound: 'This Excel lacks a function that is needed. Please update to Excel 2021 or later.',
    GeneralException:
      'Excel did not finish this step. If another workbook is in front, click this one first and try again; if it fails again, save and reopen the workbook.',
    InsertDeleteConflict:
      'Inserting or deleting rows would move a table or merged cells; nothing was done. Convert the table to a range or unmerge the cells first.',
    InvalidOperation: 'A cell is being edited. Click another cell, or press Enter or Esc, then try again.',
    InvalidOperationInCellEditMode:
      'A cell is being edited. Click another cell, or press Enter or Esc, then try again.',
    InvalidSelection: 'Another workbook is in front; nothing was done. Click this workbook first, then try again.',
    ItemAlreadyExists: 'A sheet of that name exists. Rename or delete it, then try again.',
    ItemNotFound: 'A sheet or cell is no longer there. Choose Read again and retry.',
    NonWritableWorkbook: 'The workbook is read-only; nothing was written. Enable editing or save a copy first.',
    RequestAborted: 'Interrupted. Check the workbook, then try again.',
    RequestPayloadSizeLimitExceeded: 'Too much to write at once. Split the work or the workbook.',
    ResponsePayloadSizeLimitExceeded: 'Too much to read at once. Remove unrelated sheets and try again.',
    ChunkLoadError:
      'A part of the pane could not be fetched. Check the network, then open the pane again; the workbook has not changed.',
  },
  unknownError: (code: string) =>
    `Not done (${code}). Save the workbook and try again; if it fails again, report this code.`,
  ofPages: {
    newWorkbook: {
      hint: 'Everything can be changed later, on the sheets and under Settings.',
      authority: 'Name of the office',
      nameFirst: 'Please enter the name of the office.',
      quarter: 'First quarter',
      raters: 'Raters (they become the leadership group; may be left empty)',
      preview: 'Preview the new workbook',
    },
    forms: {
      make: 'Make forms',
      annexes: {
        1: '附件1, weekly record',
        2: '附件2, monthly filing form',
        3: '附件3, score sheet',
      },
      annex: 'Form',
      month: 'Month',
      forWhom: 'For whom',
      people: (choice: PeopleChoice) =>
        choice.kind === 'all'
          ? 'Everybody'
          : choice.kind === 'department'
            ? choice.department
            : `${choice.department} ${choice.name}`.trim(),
      raters: 'Raters (a score sheet for each; leave empty for a joint one)',
      ratersHint: 'Separated by commas',
      protect: 'Protect the sheets (no password; the cells to fill in stay open)',
      makeForms: 'Preview the forms',
      wholeQuarter: (quarter) => `${quarter} (three months)`,
      knownRaters: 'Fill in the whole 考核领导小组 (without its list: who has scored before)',
      findingRaters: 'Looking for raters…',
      noRaters: 'There is no list of the 考核领导小组, and no score sheet names a rater; please type the names.',
      handOut: 'To hand out: files of their own',
      splits: {
        person: 'A file for each person',
        department: 'A file for each department',
        rater: 'A file for each rater',
      },
      downloadFiles: 'Download the files to hand out',
      makingFiles: 'Making files to hand out…',
      ratersFirst: 'Please name the raters first.',
      noFilesMade: 'No file was made; the reasons are below.',
      filesMade: (file, count) =>
        `“${file}” was made (${count} files); look for it among your downloads. If no download begins (the pane of Excel on Mac may not know any), preview the forms, write them into the workbook and print them, or open this workbook in the workbench in a browser and download there.`,
      reminders: 'Who still owes what',
      listReminders: 'List what is missing',
      readingReminders: 'Checking what was handed in…',
      remindersHint: 'By department, what is not due yet too; copy it and send it on.',
      registers: 'Empty roster and registers',
      registersHint: 'Roster, special circumstances and the like; those that are there stay as they are.',
      makeRegisters: 'Preview empty roster and registers',
      collect: 'Collect filled-in files',
      files: 'Files (.xlsx, several at once; or drop them here)',
      collectAs: 'How they go into the workbook',
      asSheets: 'As forms (to print)',
      asRows: 'As rows (附件3 stays a score sheet)',
      readFiles: 'Read and preview',
      noFiles: 'Choose the files first.',
      readingFiles: (done: number, total: number, name: string) =>
        `Reading files: ${done} of ${total}${name === '' ? '' : ` (${name})`}`,
      contradictions: (count: number) => `${counted(count, 'contradiction')}: choose the file to go by`,
      takeNone: 'Take none',
      chooseAgain: 'Preview with this choice',
      archive: 'Put on file',
      makeArchive: 'Preview the set and its list',
      noMonths: 'There are no forms to put on file yet.',
    },
    check: {
      groupBy: 'Group',
      groupings: { severity: 'By severity', sheet: 'By sheet', person: 'By person' },
      show: 'Show',
      all: 'All',
      onlyErrors: 'Errors only',
      mark: 'Mark in the workbook',
      clear: 'Clear marks',
      fixes: 'What can be corrected for you',
      listFixes: 'Look for corrections',
      noFixes: 'There is nothing that can be corrected for you.',
      chooseFixes: (count: number) =>
        `${counted(count, 'place')} found. Tick, then preview; what is not ticked stays as it is.`,
      previewFixes: 'Preview what is ticked',
      nobody: 'Nobody in particular',
    },
    review: {
      build: 'Review sheet (审定表)',
      buildHint: 'Puts the three months together; opinions, decisions and remarks that were typed stay as they are.',
      previewScores: 'Calculate scores',
      previewReview: 'Preview the review sheet',
      previewMessages: 'Explain at the cells of 建议等次',
      removeMessages: 'Take these explanations away',
      quota: 'Limit of 好',
      stricter: (people: number, limit: number) =>
        `Without people of undetermined grade: ${people} people, at most ${limit}`,
      whatIf: 'What if some people were graded otherwise',
      whatIfHint: 'Counts only; nothing is written. The leadership group decides in the review sheet.',
      whatIfPerson: 'Person',
      whatIfGrade: 'Try',
      whatIfAdd: 'Add',
      whatIfRemove: (name: string) => `Leave ${name} out`,
      whatIfMoved: (name: string, from: string, to: string) => `${name}: ${from} → ${to}`,
      whatIfCount: (grade: string, before: number, after: number) => `${grade}: ${before} → ${after} people`,
      whatIfForbidden: (grounds: string) => `A special rule does not allow it: ${grounds}`,
      whatIfQuota: 'With these changes',
      whatIfClear: 'Clear',
      filter: 'Find by name or office',
      mean: (points: string) => `Mean ${points}`,
      noMean: 'No mean',
      noSuggestion: 'no suggestion',
      undecided: 'not decided',
      explain: 'Explain',
      history: 'All quarters of this person',
      more: (count: number) => `Show ${count} more`,
      nobody: 'Nobody found. Try another name or office.',
      readiness: 'What is missing',
      nothingLacks: 'Everything that the review needs is there.',
      leadership: 'Leadership group (考核领导小组)',
      previewLeadership: 'Preview the list of the group',
      drawCount: 'Heads of office to draw by lot',
      previewDraw: 'Draw and preview',
      afterwards: 'Seal and verify',
      warned: (count) => `${counted(count, 'warning')} about the decisions; you may go on, and 操作记录 keeps it`,
      sealHint:
        'Seal the decided review: any later change of scores, settings, circumstances or decisions can be told.',
      previewSeal: 'Preview the seal',
      previewSealAgain: 'Preview a new seal',
      verify: 'Verify the seal',
      verified: 'Verified: nothing changed since the review was sealed.',
      previewPacket: 'Preview the discipline packet (纪检材料)',
    },
    meeting: {
      title: (people: number) => `Decisions (${people} people)`,
      needsSheet:
        'There is no review sheet yet, so this is only to be looked at. Preview the review sheet and confirm it first.',
      decided: (decided: number, all: number) => `${decided} of ${all} decided`,
      show: 'Whom to show',
      filters: {
        全部: 'All',
        未审定: 'Undecided',
        边缘与同分: 'At the edge, ties',
        与建议不同: 'Not as suggested',
        特殊情形: 'Special cases',
      },
      department: 'Office',
      allDepartments: 'All offices',
      fill: (people: number) => `Fill in what is suggested for the undecided (${people})`,
      columns: ['Name', 'Three months', 'Mean', 'Suggested', 'Special cases, opinions', 'Decision'],
      decide: (name: string) => `Decision about ${name}`,
      short: { 好: '好', 较好: '较好', 一般: '一般', 较差: '较差', 不确定等次: 'undetermined' },
      choice: (grade: string, isSuggested: boolean, grounds: string) =>
        [grade, isSuggested ? ' (suggested)' : '', grounds === '' ? '' : `, against a special rule: ${grounds}`].join(
          '',
        ),
      reason: (name: string) => `Remark about ${name}: why it is not the suggested grade`,
      reasonHint: 'Not as suggested: please give the reason',
      keys: 'Keys: 1 to 5 for 好, 较好, 一般, 较差 and undetermined, then on to the next person; ↑ ↓ change the person, ← → and Space choose; choosing again takes it back.',
      leftUnwritten: (names: readonly string[]) =>
        `Not yet written when you left: ${names.join(', ')}. Please go back to Review and choose again.`,
    },
    leaders: {
      title: 'For leaders: offices, raters, quarters',
      heading: (quarter) => `Assessment of ${quarter}: for leaders`,
      print: 'Print',
      printHint:
        'Prints this part alone. If no print window appears (the pane of Excel on Mac may not know any), open this workbook in the workbench in a browser and print there.',
      months: 'Good (好) by month',
      ofLimit: ({ good, goodLimit, over }) => `${good}/${goodLimit}${over > 0 ? ` ▲${over}` : ''}`,
      monthsHint: 'People/limit; ▲ is how many are over it. Months count by score and special rules.',
      noSheets: 'No score sheets',
      departments: 'Grades by office',
      noDepartment: 'No office given',
      people: (people) => counted(people, 'person', 'people'),
      gradeCount: (grade, people) => `${grade} ${people}`,
      raters: (count) => `Raters, strict or lenient (${count})`,
      ratersHint: (from, to) =>
        `The picture goes from ${from} to ${to} points: the line from lowest to highest, a thin stroke at the median, a thick one at the mean. Strict or lenient is the rater’s mean less the mean of all raters, this one included, over the same people and months; weights of groups of raters do not count here.`,
      noRaters: 'No rater has scored this quarter yet.',
      rater: ({ name, group, sheet }) =>
        `${name ?? group ?? 'No rater named'}${name !== null && group !== null ? ` (${group})` : ''}${sheet === null ? '' : ` (${sheet})`}`,
      scored: (people, count) => `${counted(people, 'person', 'people')}, ${counted(count, 'total')}`,
      spreadMean: (mean, deviation) => `mean ${mean}, standard deviation ${deviation}`,
      range: (lowest, median, highest) => `lowest ${lowest}, median ${median}, highest ${highest}`,
      strictness: (sign, points) =>
        points === '0.00' ? 'as the mean' : sign < 0 ? `strict by ${points}` : `lenient by ${points}`,
      compared: (count, own, all) => `(${counted(count, 'total')}: own ${own}, all ${all})`,
      noComparison: 'No other rater scored the same people, so there is nothing to compare with.',
      alone: (count) => `${counted(count, 'more total')} of people whom no other rater scored: not compared.`,
      uncounted: (count) =>
        `${counted(count, 'row')} with an error, or of nobody known, not counted; please see the Check page.`,
      quartersNotRead:
        'The quarters have not been read, or were read before the workbook changed. Press “Read the quarters”.',
      readQuarters: 'Read the quarters',
      departmentQuarters: 'Quarters by office',
      personQuarters: (people) => `Quarters by person (${people})`,
      earlier: (shown, earlier) =>
        `Only the last ${counted(shown, 'quarter')}; ${counted(earlier, 'earlier quarter')} not shown.`,
      openMark:
        'With * not decided yet: the suggested grade counts; — is for no score and no grade. Offices are those of now.',
      shortQuarter: (quarter) => quarter.replace('Q', ' Q'),
      absent: '—',
      meansOf: (name, means) => `Means of ${name} by quarter: ${means}`,
    },
    notice: {
      steps: {
        decide: 'Decision (审定)',
        post: 'Public notice (公示)',
        objections: 'Objections (复核登记)',
        final: 'Final notice (定稿)',
        followUp: 'Follow-up (结果运用)',
      },
      states: { done: 'done', now: 'to do', running: 'under way', later: 'not yet' },
      decided: ({ decided, undecided }, warnings) =>
        [
          `${decided} decided`,
          ...(undecided > 0 ? [`${undecided} open`] : []),
          ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
        ].join(', '),
      allDecided: 'Everybody has a 审定等次, and nothing is to be warned of; the notice can be posted.',
      toReview: 'Go to Review',
      period: ({ from, to }: NoticePeriod) => `${from} to ${to}`,
      posted: (sheet: string) => `Notice on sheet “${sheet}”`,
      periodIs: ({ from, to }: NoticePeriod) => `, ${from} to ${to}.`,
      periodUnreadable: ', whose period cannot be read.',
      differs:
        'The notice no longer says what was decided. If it is posted, update it and post it for 3 working days again.',
      start: 'Posted on',
      startInvalid: 'Please give a date within a year.',
      startMoved: (start: CalendarDate, from: CalendarDate) => `${start} is no working day; counted from ${from}.`,
      days: 'Three working days:',
      daysFromNext: 'Three working days, counted from the day after posting:',
      day: (day: CalendarDate, weekday: number, isWeekend: boolean) =>
        `${day} ${['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][weekday] ?? ''}${isWeekend ? ' (worked weekend)' : ''}`,
      lastDay: (last: CalendarDate, next: CalendarDate) =>
        `Ends with ${last}; without an open objection, 定稿 is possible from ${next} on (三（二）5).`,
      calendarUnknown: (year: number) =>
        `The holidays of ${year} are not known: Monday to Friday are counted. Please complete 工作日历.`,
      listed: (people: number) => `Whom it lists (${people})`,
      listedHint: 'The notice says these four things and nothing else: no score, no reason.',
      columns: ['Department', 'Name', 'Position', 'Grade'],
      previewPost: 'Preview the notice',
      previewPostAgain: 'Preview an update of the notice',
      openObjections: (count: number) => `${count} open`,
      objectionHint:
        'Enter each objection in 复核登记 with name, content and day of receipt; it is answered within 5 working days (三（二）5).',
      answered: (open: number, answered: number) =>
        open + answered === 0 ? 'No objection is registered.' : `${open} open, ${answered} answered.`,
      previewDeadlines: 'Update the deadlines',
      previewRegister: 'Preview an empty 复核登记',
      overdue: 'overdue',
      remarks: (remarks) => remarks.map((remark) => REMARKS[remark]).join(', '),
      open: 'open',
      undated: (name: string) => `${name}: no day of receipt that can be read`,
      objection: (name: string, received: CalendarDate, deadline: CalendarDate) =>
        `${name}: received ${received}, answer by ${deadline}`,
      finalFrom: (day: CalendarDate) => `from ${day} on`,
      notYetFinal: 'Not possible yet:',
      finalHint:
        'The notice has ended without an open objection: the quarter can be made final (三（二）5), with its lists.',
      includeFair: 'Also list “一般” for a talk (四·2, where needed)',
      previewFinal: 'Preview 定稿',
      openTalks: (people: number) => `${people} to be talked to`,
      followUpLater: 'The lists of whom to praise and whom to talk to come with 定稿.',
      followUpHint: 'When it is done, fill in 方式 and 办理日期 in 结果运用.',
      praise: (people: number) => `To be praised: “好” (${people}; 四·2)`,
      talks: (people: number) => `批评教育, 警示谈话 or 离岗培训 (${people}; 四·2)`,
      nobody: 'Nobody.',
      handled: (method: string, date: string) => `${method}, ${date}`,
      notHandled: 'not filled in yet',
      previewFollowUp: 'Preview an update of the lists',
    },
    documents: {
      notice: 'Download the notice (Word)',
      results: 'Download the result notices (Word, one a person)',
      replies: 'Download the answers to objections (Word)',
      talks: 'Download the records of talks (Word)',
      summary: 'Download the summary of the year (Word)',
      making: 'Making documents…',
      nothing: 'There is no document to make; the reasons are below.',
      made: (file, sheet) =>
        `“${file}” was made; look for it among your downloads. If no download begins (the pane of Excel on Mac may not know any), ${sheet === '' ? '' : `print the sheet “${sheet}”, or `}open this workbook in the workbench in a browser and download it there.`,
    },
    annual: {
      title: 'The year',
      noYear: 'The workbook has no score sheet and no 审定表 yet.',
      year: 'Year',
      yearTitle: (year: number) => String(year),
      hint: 'Makes the 年度汇总表 and its lists, and the 公示附表 for those proposed as 优秀. Hints decide nothing.',
      preview: 'Preview the 年度汇总',
      reading: (year: number) => `Reading ${year}…`,
      notRead: 'The year was not read, or before the workbook changed. Please read the workbook again.',
      quarters: 'Quarters',
      barred: (people: number) => `May not take part in the annual assessment (${people})`,
      because: (person) => `${person}: `,
      plans: '年度工作计划 (due by the end of February)',
      plansDone: 'Everybody on the sheet was in time.',
      people: (people: number) => `Four quarters (${people} people)`,
      filter: 'Name or department',
      kind: 'Hint',
      allKinds: 'All',
      kinds: {
        不得参加年度考核: 'may not take part',
        可推荐优秀: 'may be recommended for 优秀',
        比例内可优先确定为优秀: '优秀 first, within the limit',
        不可推荐优秀: 'not for 优秀',
        原则上基本称职或不称职: '基本称职 or 不称职 as a rule',
        可直接确定为不称职: '不称职 possible directly',
      },
      kindCount: (kind: string, people: number) => `${kind} (${people})`,
      undecidedMark: 'With *: not decided yet, the suggested grade.',
      nobody: 'Nobody found. Please try another name or department.',
      columns: ['Name', 'Q1', 'Q2', 'Q3', 'Q4'],
      noHint: 'no quarter with a grade',
      confirm: 'to be confirmed',
    },
    score: {
      month: 'Month',
      noMonth: 'Sheets without a month',
      sheet: 'Score sheet (rater)',
      nobody: 'There is nobody on this sheet.',
      person: 'Person',
      personOption: (position: number, name: string, isDone: boolean) =>
        `${position}. ${name}${isDone ? ' (done)' : ''}`,
      previous: 'Back',
      next: 'Next',
      position: (position: number, people: number, done: number) =>
        `Person ${position} of ${people}, ${done === people ? 'all done' : `${done} done`}`,
      onlyOpen: 'Only those not done',
      target: (sheet: string, address: string) => `Goes into “${sheet}” ${address}`,
      hundred: '0–100 points each (百分制)',
      points: 'at most the points in brackets (分值制)',
      limit: (limit: number) => `0–${limit}`,
      label: (label: string, weight: number, isPoints: boolean) => `${label} (${weight}${isPoints ? ' points' : '%'})`,
      blank: 'Please enter a score.',
      notANumber: 'This is no score. Enter a number such as 89.5.',
      outside: (limit: number) => `Must be 0 to ${limit}.`,
      fine: 'More than two decimals; please check.',
      partial: (total: string, filled: number) => `So far ${total}, ${filled} of 7 scores`,
      total: (total: string, grade: string) => `Total ${total}, grade ${grade}`,
      save: 'Write, next person',
      keys: 'Enter: next field, and in the last one write and go on. Alt+↑, Alt+↓ or PageUp, PageDown: other person.',
      unsaved: 'Incomplete or wrong, not written yet: ',
      leftUnsaved: (people: number) =>
        `The scores of ${counted(people, 'person', 'people')} are not written yet; go back to Score to finish them.`,
    },
    settings: {
      programVersion: (version: string) => `Version of the add-in: ${version}`,
      title: 'Settings (考核设置)',
      hint: 'Changes are previewed, then written into the sheet 考核设置. Calculate the scores and make the review again afterwards.',
      groups: {
        scores: 'Scores and grades',
        quota: 'Limit of 好',
        quarter: 'Quarter',
        notice: 'Public notice',
        annual: 'Year',
        office: 'Authority and rules',
      },
      differs: 'not the default',
      unsaved: 'not written',
      and: ', ',
      then: ' ',
      choice: choiceText,
      basis: basisText,
      restore: 'Restore default',
      restoreOf: (name: string) => `Restore default: ${name}`,
      notANumber: 'Please enter numbers.',
      notGroups: 'Please enter names with weights, as “主要领导40、民主测评60”, or “不分组”.',
      unusable: (present: string) =>
        `The sheet says “${present}”, which cannot be used; the default applies. Correct it or restore the default.`,
      sum: (sum: number) => `Total ${sum}%`,
      preview: (changes: number) => (changes === 0 ? 'Preview changes' : `Preview changes (${changes})`),
      discard: 'Drop changes',
      calendar: 'Working days (工作日历)',
      calendarHint:
        'Where the office’s days differ from the official ones, list them day by day on the sheet 工作日历; one that is there stays as it is.',
      previewCalendar: 'Preview an empty 工作日历',
    },
  },
};
