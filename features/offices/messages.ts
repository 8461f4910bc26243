import { formatFullDay } from '@/lib/dates';
import type { OutboxNotice } from '@/lib/messaging/outbox';

export interface ComingEnd {
  readonly subjectId: string;
  readonly organisationId: string;
  readonly union: string;
  readonly kind: 'term' | 'certificate';
  readonly endsOn: string;
}

/**
 * To the union's administrators and the level above, once for each number of months before the end.
 * @param months before the end, as the setting lists them
 */
export const endingNotice = (
  accountId: string,
  { subjectId, organisationId, union, kind, endsOn }: ComingEnd,
  { months, today }: { months: number; today: string },
): OutboxNotice => {
  const what = kind === 'term' ? '任期' : '法人证书';
  const when = endsOn < today ? '已' : `还有不到 ${months} 个月`;
  return {
    accountId,
    title: `${union}${what}${when}到期`,
    body: `${formatFullDay(endsOn)}到期。${kind === 'term' ? '请准备换届：会员大会、选举、报批。' : '请在到期前换证。'}`,
    link: `/desk/organisations/${organisationId}/offices`,
    dedupeKey: `offices:${kind}:${subjectId}:${months}:${accountId}`,
  };
};
