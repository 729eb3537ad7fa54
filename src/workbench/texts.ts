import { LOSS_TEXTS, REFUSAL_TEXTS } from '../host/workbook/messages';
import type { RefusalKind } from '../host/workbook/package/refusal';
import type { Loss } from '../host/workbook/xlsx';

/** Every text of the workbench around grid and pane, but those that stand in its page. */
export const texts = {
  title: '平时考核工作台',
  opening: (name: string) => `正在打开“${name}”…`,
  opened: (name: string) => `已打开“${name}”。原文件不会被改动，另存为时生成新文件。`,
  refused: (name: string, kind: RefusalKind) => `“${name}”${REFUSAL_TEXTS[kind]}。`,
  unreadable: (name: string) => `无法读取“${name}”，请确认文件还在原处后再试。`,
  oneFile: '一次只能打开一个工作簿。请拖入单个文件；多个表格的收集在右侧窗格中进行。',
  answerFirst: '请先回答对话框中的问题，然后再打开其他工作簿。',
  unsaved: '未保存',
  saving: '正在保存…',
  saved: (name: string) => `已另存为“${name}”，请在浏览器的下载文件夹中查看。`,
  notSaved: '没有保存。',
  failed: (detail: string) => `出现了意外的错误：${detail}。请刷新页面后重试；未保存的改动会丢失。`,
  locked: '这个单元格受保护，不能改动。若要改动，请先在 Excel 中取消工作表保护。',
  switchedOff: '工作台里只能填写内容；格式、行列和工作表请另存后在 Excel 中调整。',
  noMenu: '工作台没有右键菜单：复制用 Ctrl+C，粘贴用 Ctrl+V，清除用 Delete；插入、删除行列请另存后在 Excel 中进行。',
  openChoices: '打开下拉列表（Alt+↓）',
  choices: '可选内容',
  noChoices: '下拉列表的来源中没有内容',
  refusedInput: (title: string | undefined, message: string) =>
    `没有录入：${title === undefined || title === '' ? '' : `${title}。`}${message}`,
  prompt: (title: string | undefined, message: string) =>
    title === undefined || title === '' ? message : `${title}：${message}`,
  unsavedTitle: (name: string) => `“${name}”有未保存的改动`,
  unsavedText: '打开另一个工作簿会丢掉这些改动。',
  discard: '不保存，直接打开',
  cancel: '取消',
  lossesTitle: '另存的文件不能保留下列内容',
  loss: ({ kind, sheet }: Loss) => `${sheet ?? '工作簿'}：${LOSS_TEXTS[kind]}`,
  lossesText: '原文件不受影响。',
  saveAnyway: '继续保存',
} as const;
