import 'server-only';
import { sql } from 'drizzle-orm';
import { type Figure, figure } from '@/lib/figures';

/** 场次: sessions of the period that were not cancelled. */
export const sessionsFigure: Figure = figure({
  id: 'sessions',
  label: '场次',
  unit: '场',
  about: '第一天在这段时间里、没有取消的场次；还没发布的不算。',
  from: 'sessions_in',
});

/** 名额: their places. */
export const placesFigure: Figure = figure({
  id: 'places',
  label: '名额',
  unit: '个',
  about: '这些场次现在的名额合计。',
  from: 'sessions_in',
  amount: sql`capacity`,
});
