import type { clockUnits, silenceMeanings } from '@/db/schema/enums';

export type ClockUnit = (typeof clockUnits)[number];
export type SilenceMeaning = (typeof silenceMeanings)[number];

/** How long a deadline is, in words: 15 个工作日, 30 天, 1 个月. */
export const lengthWords = (length: number, unit: ClockUnit): string =>
  ({ day: `${length} 天`, workday: `${length} 个工作日`, month: `${length} 个月` })[unit];

/** What silence means, as it is said beside the day. */
export const silenceMeant: Readonly<Record<SilenceMeaning, string>> = {
  consent: '到期没有答复，视为同意',
  overdue: '到期没有答复，算逾期',
  none: '',
};
