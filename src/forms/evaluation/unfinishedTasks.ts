import type { FilingForm, TaskLine } from '../records/record';

/**
 * Words by which a text gives the reason why a task goes on (R20 「未完成工作任务及原因」): causes, what is waited for,
 * and arrangements that run on by themselves.
 */
const REASONS: readonly RegExp[] = [
  /因(?!素)|由于|缘由|鉴于|受.{0,12}(影响|限制|制约)/,
  // 接待, 招待, 待遇 … wait for nothing.
  /(?<![接招对看善款])待(?![遇人])|等候|正在(协调|审批|审核|征求|等)|(尚|还|仍)需|有赖|取决于/,
  /延期|推迟|顺延|延后|暂缓|暂停|未到(期|时间)|缺(少|乏)|(有|存在|较|很)困难|无法|不具备/,
  /按(计划|进度|时限)|计划.{0,8}(完成|办结)|预计|拟于|分(阶段|步|期)|跨(月|季|年)|长期|常年|经常性|全年/,
];

/** Tasks of 附件2 that are 未完成 or 进行中, and whose line nowhere says why. */
export function unexplainedTasks({ tasks }: FilingForm): TaskLine[] {
  return tasks.filter(({ completed, progress, completion, finishedText }) => {
    const unfinished = completed === '未完成' || completed === '进行中';
    const text = `${progress}\n${completion}\n${finishedText}`;
    return unfinished && !REASONS.some((reason) => reason.test(text));
  });
}

/** Task lines as a message names them: 第2、5项. */
export function taskNumbers(form: FilingForm, tasks: readonly TaskLine[]): string {
  const numbers = tasks.map((task) => (task.index === '' ? String(form.tasks.indexOf(task) + 1) : task.index));
  return `第${numbers.join('、')}项`;
}
