import { formatFullDay } from '@/lib/dates';
import type { OutboxNotice } from '@/lib/messaging/outbox';
import { unstopped } from '@/lib/text';

const officesOf = (organisationId: string) => `/desk/organisations/${organisationId}/offices`;

/** To whoever answers for the level above. */
export const extensionAskedNotice = (
  id: string,
  organisationId: string,
  union: string,
  untilOn: string,
) => ({
  title: `${union}申请延期换届`,
  body: `申请延到${formatFullDay(untilOn)}，请批复后登记文号和日期。`,
  link: officesOf(organisationId),
  dedupeKey: `offices:extension:${id}`,
});

/** To whoever asked: until when, or why not and what now; `untilOn` is null where it was refused. */
export const extensionAnsweredNotice = (
  id: string,
  organisationId: string,
  union: string,
  { untilOn, answer }: { untilOn: string | null; answer: string | null },
) => ({
  title: `${union}${untilOn ? '延期换届已批准' : '没有批准延期换届'}`,
  body: untilOn
    ? `延到${formatFullDay(untilOn)}，请在这之前换届。`
    : `${unstopped(answer ?? '')}。`,
  link: officesOf(organisationId),
  dedupeKey: `offices:extension:${id}:answer`,
});

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
    link: officesOf(organisationId),
    dedupeKey: `offices:${kind}:${subjectId}:${months}:${accountId}`,
  };
};
