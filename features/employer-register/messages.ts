import type { OutboxNotice } from '@/lib/messaging/outbox';

/**
 * To the officer who is responsible, once on the day: which employers to visit.
 * @param names of the employers, the earliest day first
 * @param on the day it is sent, YYYY-MM-DD
 */
export const visitsDueNotice = (
  accountId: string,
  names: readonly string[],
  on: string,
): OutboxNotice => ({
  accountId,
  title: names.length === 1 ? `今天该走访${names[0]}` : `今天有 ${names.length} 家企业该走访`,
  body: `${names.slice(0, 5).join('、')}${names.length > 5 ? '等' : ''}。走访后在台账里记一笔。`,
  link: '/desk/register?view=due',
  dedupeKey: `register:visits:${on}:${accountId}`,
});
