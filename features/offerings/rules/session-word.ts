import type { Kind } from '../schema/offering';

/** What sessions are counted in: a class is no performance. */
export const sessionWord: Record<Kind, string> = {
  childcare: '个班',
  training: '场',
  screening: '场',
};
