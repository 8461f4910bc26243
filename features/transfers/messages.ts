import {
  type ApplicationNotice,
  messageOf,
} from '@/features/applications/rules/application-notice';
import type { ChangeReason, ChangeType } from '@/features/members/rules/membership-life';
import { changeLabels, changeReasonLabels } from '@/features/members/rules/membership-words';
import { formatFullDay } from '@/lib/dates';
import type { RequestKind } from './rules/membership-requests';
import { requestTitles } from './rules/membership-requests';
import { silenceRule } from './rules/two-sides';

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

/** What happened to a side of a transfer, for those who must hear of it. */
export type TransferEvent =
  | 'asked'
  | 'proposed'
  | 'agreed'
  | 'silent'
  | 'refused'
  | 'appealed'
  | 'stopped'
  | 'resumed'
  | 'passed_up'
  | 'urged'
  | 'withdrawn';

interface Moving {
  readonly id: string;
  readonly number: string;
}

interface SideWords {
  readonly from: string;
  readonly to: string;
  /** The desks as they are now: the union, or the one above it. */
  readonly out: string;
  readonly in: string;
  readonly side: 'out' | 'in';
  readonly dueOn: string | null;
  readonly note?: string | null;
}

const until = (dueOn: string | null) => (dueOn ? `${formatFullDay(dueOn)}前` : '');

const deskWords: Partial<Record<TransferEvent, (w: SideWords) => string>> = {
  asked: (w) =>
    w.side === 'out'
      ? `会员要转到${w.to}，请${until(w.dueOn)}答复；到期不答复，视为同意。`
      : `${w.from}的会员要转来，请${until(w.dueOn)}答复；到期转上级工会。`,
  appealed: (w) =>
    `会员对${w.side === 'out' ? w.from : w.to}的答复不服，请${until(w.dueOn)}再看一次。`,
  passed_up: (w) => `${w.side === 'out' ? w.from : w.to}到期没有答复，请您来办。`,
  urged: (w) => `会员在等答复，请${until(w.dueOn)}办理。`,
  withdrawn: () => '会员撤回了转会，不用再办。',
};

/** To each officer of the desk that a side lies on. */
export const sideDeskNotice = (
  t: Moving,
  w: SideWords,
  event: TransferEvent,
): ApplicationNotice => ({
  title: `转会 ${t.number}${event === 'withdrawn' ? '已撤回' : ' 等您答复'}`,
  body: deskWords[event]?.(w) ?? '',
  link: `/desk/transfers/${t.id}`,
  dedupeKey: `transfer2:${t.id}:${w.side}:${event}:${w[w.side]}:${w.dueOn ?? ''}:desk`,
});

const memberWords: Partial<Record<TransferEvent, (w: SideWords) => string>> = {
  asked: (w) => `已送到${w.from}和${w.to}，两边分别答复。`,
  proposed: (w) => `${w.to}请您把会籍转过去。确认了才开始，不确认就不转。`,
  agreed: (w) => `${w[w.side]}同意了，还在等另一边。`,
  silent: (w) => `${w.from}到期没有答复，按同意办，还在等${w.in}。`,
  refused: (w) => `${w[w.side]}不同意：${w.note ?? ''}。不服可以请上级工会再看。`,
  stopped: (w) => `${w.from}暂停了转出：${w.note ?? ''}。`,
  resumed: (w) => `暂停结束，${w.from}请在${until(w.dueOn)}答复。`,
  passed_up: (w) => `到期没有答复，由${w[w.side]}来办。`,
};

/** To the member: what became of one side. Its text message says nothing but that there is something. */
export const transferMemberNotice = (
  t: Moving,
  w: SideWords,
  event: TransferEvent,
): ApplicationNotice => ({
  title: event === 'proposed' ? `请确认转会 ${t.number}` : `转会 ${t.number} 有进展`,
  body: memberWords[event]?.(w) ?? '',
  link: `/me/transfer/${t.id}`,
  ...(event === 'asked'
    ? { quiet: true }
    : {
        sms: messageOf(
          'transfer_moved',
          { number: t.number },
          `转会${t.number}有进展，请登录查看。`,
        ),
      }),
  dedupeKey: `transfer2:${t.id}:${w.side}:${event}:${w.dueOn ?? ''}:member`,
});

interface EndWords {
  readonly from: string;
  readonly to: string;
  readonly on: string | null;
  /** The old union said nothing. */
  readonly silent: boolean;
}

/** How a transfer ended: to the member, and to the desk that must hear of it. */
export function transferEndedNotice(t: Moving, w: EndWords, status: string) {
  const done = status === 'done' && w.on !== null;
  const day = w.on === null ? '' : formatFullDay(w.on);
  const quoted = w.silent ? `${w.from}期满没有答复。${silenceRule}` : '';
  const sms = messageOf(
    'transfer_moved',
    { number: t.number },
    `转会${t.number}有进展，请登录查看。`,
  );
  const member: ApplicationNotice = {
    title: done ? `转好了，${day}起在${w.to}` : '转会没有转成',
    body: done
      ? `${quoted}会员号、入会日期不变，会员码照常用。`
      : '原因见转会进度。您的会籍没有变化，可以重新办理。',
    link: `/me/transfer/${t.id}`,
    sms,
    dedupeKey: `transfer2:${t.id}:ended:member`,
  };
  const desk: ApplicationNotice = {
    title: `转会 ${t.number} ${done ? '已转好' : '没转成'}`,
    body: done ? `${quoted}会员${day}起属于${w.to}。` : '这份转会已经结束，会员的会籍没有变化。',
    link: `/desk/transfers/${t.id}`,
    dedupeKey: `transfer2:${t.id}:ended:desk`,
  };
  return { member, desk };
}

const askUnion = messageOf('changed', {}, '您的会籍有变化，请登录查看“会员资料”。');

/** 教育, as the member reads it: what it is about, and that nothing follows by itself. */
export const warnedNotice = (c: {
  id: string;
  times: number;
  union: string;
}): ApplicationNotice => ({
  title: '工会想和您谈谈会籍',
  body: `您有一段时间没有交会费、参加活动，${c.union}登记了第 ${c.times} 次谈话。补上就没事了；有困难请直接告诉${c.union}。`,
  link: '/me/profile',
  sms: askUnion,
  dedupeKey: `case:${c.id}:warned:${c.times}`,
});

/** To the level above: a case waits; what it rests on stands behind 查看. */
export const expulsionDeskNotice = (id: string): ApplicationNotice => ({
  title: '有一件会籍的事等您来定',
  body: '下级工会提出，请您核对后决定。每次查看都留痕。',
  link: `/desk/transfers/cases/${id}`,
  dedupeKey: `case:${id}:desk`,
});

/** The 会籍 has ended by a decision; says nothing of why beyond the portal's own page. */
export const membershipEndedNotice = (c: { id: string; union: string }): ApplicationNotice => ({
  title: '会籍已终止',
  body: `原因见“会员资料”。有异议请联系${c.union}或上级工会。账号和办过的记录还在。`,
  link: '/me/profile',
  sms: askUnion,
  dedupeKey: `case:${c.id}:ended`,
});
