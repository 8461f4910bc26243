import { messageOf } from '@/features/applications/rules/application-notice';
import { formatFullDay } from '@/lib/dates';
import type { OutboxNotice } from '@/lib/messaging/outbox';

type Notice = Omit<OutboxNotice, 'accountId'>;

interface Carried {
  readonly membershipId: string;
  readonly from: string;
  readonly to: string;
  /** The first day there, YYYY-MM-DD. */
  readonly on: string;
  readonly merged: boolean;
}

const what = (merged: boolean, from: string, to: string) =>
  merged ? `${from}并入${to}` : `${from}已撤销`;

/** To each member who was carried: nothing is asked of them. */
export const carriedNotice = ({ membershipId, from, to, on, merged }: Carried): Notice => ({
  title: `您的会籍转到${to}`,
  body: `${what(merged, from, to)}，${formatFullDay(on)}起您是${to}的会员。会员号、入会日期不变，会员码照常用，不用办手续。`,
  link: '/me/profile',
  sms: messageOf('changed', {}, '您的会籍有变化，请登录查看“会员资料”。'),
  dedupeKey: `closing:${membershipId}:carried`,
});

/** To each applicant whose application another union goes on with. */
export const applicationPassedNotice = (
  a: { id: string; number: string; version: number },
  { from, to, merged }: Pick<Carried, 'from' | 'to' | 'merged'>,
): Notice => ({
  title: `入会申请由${to}接着办`,
  body: `${what(merged, from, to)}，${a.number} 由${to}接着办，期限不变，不用重新提交。`,
  link: `/applications/${a.id}`,
  dedupeKey: `closing:${a.id}:${a.version}:passed`,
});
