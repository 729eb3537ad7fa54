/**
 * The seven indicators of 附件3 with the weights of the notice.
 * Shared indicators make 40 %, individual ones 60 % (二（二）考核指标).
 */

/** One column of scores on 附件3. */
export interface Indicator {
  readonly id: IndicatorId;
  /** As 附件3 prints it. */
  readonly label: string;
  /** 共性指标 or 个性指标; （三） and （四） of the notice belong to the latter, since 10+30+10+10=60 (ambiguity 3). */
  readonly group: IndicatorGroup;
  /** Default weight in whole percent. */
  readonly weight: number;
  /** Clause of the notice that sets the weight. */
  readonly clause: string;
}

/** 二（二）: 共性指标（40%）和个性指标（60%）. */
export const INDICATOR_GROUPS = [
  { group: '共性指标', share: 40 },
  { group: '个性指标', share: 60 },
] as const;
type IndicatorGroup = (typeof INDICATOR_GROUPS)[number]['group'];

export type IndicatorId = 'politics' | 'conduct' | 'integrity' | 'learning' | 'business' | 'goals' | 'excellence';

export const INDICATORS: readonly Indicator[] = [
  { id: 'politics', group: '共性指标', label: '政治品质', weight: 20, clause: '二（二）共性指标一' },
  { id: 'conduct', group: '共性指标', label: '工作作风', weight: 10, clause: '二（二）共性指标二' },
  { id: 'integrity', group: '共性指标', label: '廉洁自律', weight: 10, clause: '二（二）共性指标三' },
  { id: 'learning', group: '个性指标', label: '学习指标', weight: 10, clause: '二（二）个性指标1' },
  { id: 'business', group: '个性指标', label: '业务经办指标', weight: 30, clause: '二（二）个性指标2' },
  { id: 'goals', group: '个性指标', label: '目标实施指标', weight: 10, clause: '二（三）' },
  { id: 'excellence', group: '个性指标', label: '争先创优指标', weight: 10, clause: '二（四）' },
];

/** The notice's weights in the order of {@link INDICATORS}, whole percent. */
export const DEFAULT_WEIGHTS: readonly number[] = INDICATORS.map(({ weight }) => weight);
