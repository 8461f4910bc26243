import { unstopped } from '@/lib/text';
import { type RequestKind, requestTitles } from './rules/membership-requests';

/** A notice before it is addressed: `notify(tx, {accountId, ...notice})`. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  readonly link: string;
  /** One SMS with its signature (≤ 70 字); says nothing of the person. */
  readonly sms?: { template: string; params: Record<string, string>; text: string };
  /** A receipt: never unread. */
  readonly quiet?: boolean;
  readonly dedupeKey: string;
}

interface Case {
  readonly id: string;
  readonly number: string;
  /** The version after the change: the same notice is never sent twice for it. */
  readonly version: number;
}

/** Undo recalls by this prefix what one change of one application has sent. */
export const noticeKey = (c: Pick<Case, 'id' | 'version'>): string =>
  `application:${c.id}:${c.version}:`;

const text = (template: string, params: Record<string, string>, words: string): Notice['sms'] => ({
  template: `membership_${template}`,
  params,
  text: words,
});

const link = (c: Case): string => `/applications/${c.id}`;

/** The receipt; of corrections on the screen alone, for the number is known by then. */
export const submittedNotice = (
  c: Case,
  f: { union: string; due: string; again: boolean },
): Notice => ({
  title: f.again ? '补正已送到工会' : '入会申请已提交',
  body: `${c.number} 已送到${f.union}，${f.due}前答复。${f.again ? '' : '开始核对之前可以撤回。'}`,
  link: link(c),
  sms: f.again
    ? undefined
    : text(
        'submitted',
        { number: c.number, due: f.due },
        `入会申请${c.number}已提交，${f.due}前答复。`,
      ),
  quiet: true,
  dedupeKey: `${noticeKey(c)}submitted`,
});

export const openedNotice = (c: Case, f: { union: string }): Notice => ({
  title: '工会开始核对您的入会申请',
  body: `${f.union}正在核对 ${c.number}，核对完会通知您。`,
  link: link(c),
  quiet: true,
  dedupeKey: `${noticeKey(c)}opened`,
});

export const sentBackNotice = (
  c: Case,
  f: { union: string; fields: readonly string[]; reason: string },
): Notice => ({
  title: `入会申请要补正：${f.fields.join('、')}`,
  body: `${f.union}：${unstopped(f.reason)}。改好后重新提交，不用从头填。`,
  link: link(c),
  sms: text(
    'sent_back',
    { number: c.number, count: String(f.fields.length) },
    `入会申请${c.number}有${f.fields.length}项要补正，请打开“办事”查看。`,
  ),
  dedupeKey: `${noticeKey(c)}sent_back`,
});

export const passedOnNotice = (c: Case, f: { union: string; due: string }): Notice => ({
  title: '入会申请已转上级工会确认',
  body: `${c.number} 单位工会已同意，现由${f.union}确认，${f.due}前答复。`,
  link: link(c),
  quiet: true,
  dedupeKey: `${noticeKey(c)}passed_on`,
});

export const approvedNotice = (c: Case, f: { union: string; memberNo: string }): Notice => ({
  title: '您已加入工会',
  body: `${f.union}已同意您的入会申请。会员号 ${f.memberNo}，会员码已经可以用了。`,
  link: '/me/card',
  sms: text(
    'approved',
    { number: c.number },
    `入会申请${c.number}已通过，请打开“我的”查看会员码。`,
  ),
  dedupeKey: `${noticeKey(c)}approved`,
});

export const rejectedNotice = (
  c: Case,
  f: { union: string; reason: string; hotline: string },
): Notice => ({
  title: '入会申请未通过',
  body: `${f.union}：${unstopped(f.reason)}。情况有变可以重新申请，有疑问请拨打 ${f.hotline}。`,
  link: link(c),
  sms: text('rejected', { number: c.number }, `入会申请${c.number}已有结果，请打开“办事”查看。`),
  dedupeKey: `${noticeKey(c)}rejected`,
});

export const withdrawnNotice = (c: Case): Notice => ({
  title: '入会申请已撤回',
  body: `${c.number} 已撤回。想好了可以重新申请，填过的内容还在。`,
  link: link(c),
  quiet: true,
  dedupeKey: `${noticeKey(c)}withdrawn`,
});

export const escalatedNotice = (c: Case, f: { union: string }): Notice => ({
  title: '入会申请已转上级工会办理',
  body: `${c.number} 没有按期办完，现由${f.union}接着办，办好马上通知您。`,
  link: link(c),
  quiet: true,
  dedupeKey: `${noticeKey(c)}escalated`,
});

/** To each officer of the desk; names and numbers stay inside the system. */
export const deskReminderNotice = (c: Case, f: { due: string }): Notice => ({
  title: `入会申请 ${c.number} 快到期`,
  body: `请在${f.due}前办理，过期转上级工会。`,
  link: `/desk?case=${c.id}`,
  dedupeKey: `${noticeKey(c)}reminder`,
});

/** To each officer of the parent union that takes a late case over. */
export const escalatedToDeskNotice = (c: Case): Notice => ({
  title: `入会申请 ${c.number} 超期转来`,
  body: '下级工会没有按期办理，请尽快办理。',
  link: `/desk?case=${c.id}`,
  dedupeKey: `${noticeKey(c)}escalated_desk`,
});

export const transferRequestedNotice = (t: {
  id: string;
  number: string;
  union: string;
}): Notice => ({
  title: '转会登记已收到',
  body: `${t.number} 已送到${t.union}，工会核对会籍后打电话告诉您怎么办。`,
  link: '/affairs',
  sms: text('transfer', { number: t.number }, `转会登记${t.number}已收到，工会核对后与您联系。`),
  quiet: true,
  dedupeKey: `transfer:${t.id}:requested`,
});

/** The receipt of what a member asks for. */
export const changeAskedNotice = (r: Request & { union: string }): Notice => ({
  title: `已登记：${requestTitles[r.kind]}`,
  body: `${r.number} 已送到${r.union}，核对后答复您。`,
  link: '/me/profile',
  quiet: true,
  dedupeKey: `transfer:${r.id}:requested`,
});

interface Request {
  readonly id: string;
  readonly number: string;
  readonly kind: RequestKind;
}

/** The answer to a request about a 会籍, with what to do next. */
export const transferClosedNotice = (r: Request & { union: string; answer: string }): Notice => ({
  title: `${nameOf(r.kind)}已答复`,
  body: `${r.union}答复 ${r.number}：${r.answer}`,
  link: '/affairs',
  sms: text(
    'transfer_closed',
    { number: r.number },
    `${nameOf(r.kind)}${r.number}已有答复，请打开“办事”查看。`,
  ),
  dedupeKey: `transfer:${r.id}:closed`,
});

const nameOf = (kind: RequestKind): string =>
  kind === 'joining' ? requestTitles.joining : '会籍登记';

/** To each officer of the desk that is asked. */
export const transferToDeskNotice = (r: Request): Notice => ({
  title: `${nameOf(r.kind)} ${r.number} 等您答复`,
  body:
    r.kind === 'joining'
      ? '有人入会时证件号已有会籍，请打电话核对后答复。'
      : `会员登记了“${requestTitles[r.kind]}”，请核对后答复。`,
  link: `/desk/transfers?case=${r.id}`,
  dedupeKey: `transfer:${r.id}:desk`,
});

/** Told to the account itself; the number it had may be another person's by now. */
export const phoneRebound = (tail: string) => ({
  title: '登录手机号已在窗口更换',
  body: `新手机号尾号 ${tail}。如果不是您本人办理，请立即联系工会。`,
  link: '/me/devices',
});
