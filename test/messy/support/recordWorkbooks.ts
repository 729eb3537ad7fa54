import { filing, weekly } from './scoreForms';
import type { MessyWorkbook } from './xlsxPackage';

/** Workbooks with 附件1 and 附件2, by file name without its extension. */
export const recordWorkbooks: Readonly<Record<string, MessyWorkbook>> = {
  'record-sheets': {
    sheets: [
      { name: '赵敏', rows: weekly('（2020年7月6日---2020年7月10日）', { name: '赵敏' }) },
      {
        name: '李伟',
        rows: [
          ...weekly('2020年7月6日—7月10日', { name: '李 伟' }),
          [],
          ...weekly('（2020.7.13-2020.7.17）', { name: '李伟' }),
          ...filing('（2020年7月）', '工作认真。建议等次：好\n签名：张华　2020年7月31日', { name: '李伟' }),
        ],
      },
    ],
  },
  'since-month': {
    sheets: (
      [
        '2018.03',
        '2018年3月',
        '2018-3',
        '2018.3.1',
        { value: 43160, style: 'chineseMonth' },
        '二〇一八年三月',
        '去年',
      ] as const
    ).map((since, i) => ({
      name: `人${i + 1}`,
      rows: weekly('（2020年7月6日---2020年7月10日）', { name: `赵${'一二三四五六七'[i] ?? ''}`, since }),
    })),
  },
  'task-rows': {
    sheets: [
      {
        name: '赵敏',
        rows: weekly('（2020年7月6日---2020年7月10日）', {
          name: '赵敏',
          tasks: Array.from({ length: 14 }, (_, i) => [
            i === 4 ? null : i === 9 ? 7 : i + 1,
            `任务${i + 1}`,
            '完成',
            i === 0 ? '7.8' : '2020.7.9',
          ]),
        }),
      },
    ],
  },
  'completion-words': {
    sheets: [
      {
        name: '赵敏',
        rows: weekly('（2020年7月6日---2020年7月10日）', {
          name: '赵敏',
          tasks: [
            '✓',
            '√',
            '100%',
            { value: 1, style: 'percent' } as const,
            '进行中',
            '60%',
            '未完成',
            '等通知',
            null,
          ].map((completion, i) => [i + 1, `任务${i + 1}`, completion, null]),
        }),
      },
    ],
  },
  weeks: {
    sheets: [
      { name: '第一周', rows: weekly('（2020年7月1日---2020年7月10日）', { name: '赵敏' }) },
      { name: '第二周', rows: weekly('（2020年7月6日---2020年7月10日）', { name: '赵敏' }) },
      { name: '第五周', rows: weekly('（2020年7月27日---2020年8月7日）', { name: '赵敏' }) },
    ],
  },
  'suggested-grades': {
    sheets: ['优秀', '良好', 'A', '合格', '较好'].map((word, i) => ({
      name: `人${i + 1}`,
      rows: filing('（2020年7月）', `工作认真。建议等次：${word}\n签名：张华　2020年7月31日`, {
        name: `赵${'一二三四五'[i] ?? ''}`,
      }),
    })),
  },
  'filing-signature': {
    sheets: [
      {
        name: '赵敏',
        rows: filing('（2020年7月）', '工作认真。建议等次：好\n签名：　　2020年7月31日', { name: '赵敏' }),
        picture: true,
      },
    ],
  },
};
