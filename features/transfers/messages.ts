import {
  type ApplicationNotice,
  messageOf,
} from '@/features/applications/rules/application-notice';
import type { ChangeReason, ChangeType } from '@/features/members/rules/membership-life';
import { changeLabels, changeReasonLabels } from '@/features/members/rules/membership-words';
import type { RequestKind } from './rules/membership-requests';
import { requestTitles } from './rules/membership-requests';

export const transferRequestedNotice = (t: {
  id: string;
  number: string;
  union: string;
}): ApplicationNotice => ({
  title: '转会登记已收到',
  body: `${t.number} 已送到${t.union}，工会核对会籍后打电话告诉您怎么办。`,
  link: '/affairs',
  sms: messageOf(
    'transfer',
    { number: t.number },
    `转会登记${t.number}已收到，工会核对后与您联系。`,
  ),
  quiet: true,
  dedupeKey: `transfer:${t.id}:requested`,
});

/** The receipt of what a member asks for. */
export const changeAskedNotice = (r: Request & { union: string }): ApplicationNotice => ({
  title: `已登记：${requestTitles[r.kind]}`,
  body: `${r.number} 已送到${r.union}，核对后答复您。`,
  link: '/me/profile',
  quiet: true,
  dedupeKey: `transfer:${r.id}:requested`,
});

/** The answer to a request about a 会籍, with what to do next. */
export const transferClosedNotice = (
  r: Request & { union: string; answer: string },
): ApplicationNotice => ({
  title: `${nameOf(r.kind)}已答复`,
  body: `${r.union}答复 ${r.number}：${r.answer}`,
  link: '/affairs',
  sms: messageOf(
    'transfer_closed',
    { number: r.number },
    `${nameOf(r.kind)}${r.number}已有答复，请打开“办事”查看。`,
  ),
  dedupeKey: `transfer:${r.id}:closed`,
});

/** What the union entered of a 会籍 itself: the member reads it, and whom to ask. */
export const membershipChangedNotice = (c: {
  id: string;
  type: ChangeType;
  reason: ChangeReason | null;
  on: string;
  union: string;
}): ApplicationNotice => ({
  title: `会籍变化：${changeLabels[c.type]}`,
  body: `${c.union}登记：${c.on}起${changeLabels[c.type]}${c.reason ? `（${changeReasonLabels[c.reason]}）` : ''}。和您的情况不符，请联系${c.union}。`,
  link: '/me/profile',
  sms: messageOf('changed', {}, '您的会籍有变化，请登录查看“会员资料”。'),
  dedupeKey: `membership:${c.id}:${c.type}:${c.on}`,
});

/** To each officer of the desk that is asked. */
export const transferToDeskNotice = (r: Request): ApplicationNotice => ({
  title: `${nameOf(r.kind)} ${r.number} 等您答复`,
  body:
    r.kind === 'joining'
      ? '有人入会时证件号已有会籍，请打电话核对后答复。'
      : `会员登记了“${requestTitles[r.kind]}”，请核对后答复。`,
  link: `/desk/transfers?case=${r.id}`,
  dedupeKey: `transfer:${r.id}:desk`,
});

export interface Request {
  readonly id: string;
  readonly number: string;
  readonly kind: RequestKind;
}

export const nameOf = (kind: RequestKind): string =>
  kind === 'joining' ? requestTitles.joining : '会籍登记';
