/**
 * The seven indicators of 附件3 with the weights of the notice.
 * Shared indicators make 40 %, individual ones 60 % (二（二）考核指标).
 */

/** One column of scores on 附件3. */
export interface Indicator {
  readonly id: IndicatorId;
  /** As 附件3 prints it. */
  readonly label: string;
  /** Default weight in whole percent. */
  readonly weight: number;
  /** Clause of the notice that sets the weight. */
  readonly clause: string;
}

export type IndicatorId = 'politics' | 'conduct' | 'integrity' | 'learning' | 'business' | 'goals' | 'excellence';

export const INDICATORS: readonly Indicator[] = [
  { id: 'politics', label: '政治品质', weight: 20, clause: '二（二）共性指标一' },
  { id: 'conduct', label: '工作作风', weight: 10, clause: '二（二）共性指标二' },
  { id: 'integrity', label: '廉洁自律', weight: 10, clause: '二（二）共性指标三' },
  { id: 'learning', label: '学习指标', weight: 10, clause: '二（二）个性指标1' },
  { id: 'business', label: '业务经办指标', weight: 30, clause: '二（二）个性指标2' },
  { id: 'goals', label: '目标实施指标', weight: 10, clause: '二（三）' },
  { id: 'excellence', label: '争先创优指标', weight: 10, clause: '二（四）' },
];

/** The notice's weights in the order of {@link INDICATORS}, whole percent. */
export const DEFAULT_WEIGHTS: readonly number[] = INDICATORS.map(({ weight }) => weight);
