import { z } from 'zod';

export const ranges = ['month', 'last_month', 'year', 'last_year'] as const;
export type Range = (typeof ranges)[number];

export const rangeLabels: Record<Range, string> = {
  month: '本月',
  last_month: '上月',
  year: '今年以来',
  last_year: '去年',
};

/** The address of the dashboard: which period. */
export const dashboardFilter = z.object({ range: z.enum(ranges).catch('month') });
