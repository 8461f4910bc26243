import {
  type ApplicationNotice,
  type Case,
  caseLink,
  messageOf,
  noticeKey,
} from '@/features/applications/rules/application-notice';
import { unstopped } from '@/lib/text';

export const openedNotice = (c: Case, f: { union: string }): ApplicationNotice => ({
  title: '工会开始核对您的入会申请',
  body: `${f.union}正在核对 ${c.number}，核对完会通知您。`,
  link: caseLink(c),
  quiet: true,
  dedupeKey: `${noticeKey(c)}opened`,
});

export const sentBackNotice = (
  c: Case,
  f: { union: string; fields: readonly string[]; reason: string },
): ApplicationNotice => ({
  title: `入会申请要补正：${f.fields.join('、')}`,
  body: `${f.union}：${unstopped(f.reason)}。改好后重新提交，不用从头填。`,
  link: caseLink(c),
  sms: messageOf(
    'sent_back',
    { number: c.number, count: String(f.fields.length) },
    `入会申请${c.number}有${f.fields.length}项要补正，请打开“办事”查看。`,
  ),
  dedupeKey: `${noticeKey(c)}sent_back`,
});

export const passedOnNotice = (c: Case, f: { union: string; due: string }): ApplicationNotice => ({
  title: '入会申请已转上级工会确认',
  body: `${c.number} 单位工会已同意，现由${f.union}确认，${f.due}前答复。`,
  link: caseLink(c),
  quiet: true,
  dedupeKey: `${noticeKey(c)}passed_on`,
});

export const approvedNotice = (
  c: Case,
  f: { union: string; memberNo: string },
): ApplicationNotice => ({
  title: '您已加入工会',
  body: `${f.union}已同意您的入会申请。会员号 ${f.memberNo}，会员码已经可以用了。`,
  link: '/me/card',
  sms: messageOf(
    'approved',
    { number: c.number },
    `入会申请${c.number}已通过，请打开“我的”查看会员码。`,
  ),
  dedupeKey: `${noticeKey(c)}approved`,
});

export const rejectedNotice = (
  c: Case,
  f: { union: string; reason: string; hotline: string },
): ApplicationNotice => ({
  title: '入会申请未通过',
  body: `${f.union}：${unstopped(f.reason)}。情况有变可以重新申请，有疑问请拨打 ${f.hotline}。`,
  link: caseLink(c),
  sms: messageOf(
    'rejected',
    { number: c.number },
    `入会申请${c.number}已有结果，请打开“办事”查看。`,
  ),
  dedupeKey: `${noticeKey(c)}rejected`,
});

export const escalatedNotice = (c: Case, f: { union: string }): ApplicationNotice => ({
  title: '入会申请已转上级工会办理',
  body: `${c.number} 没有按期办完，现由${f.union}接着办，办好马上通知您。`,
  link: caseLink(c),
  quiet: true,
  dedupeKey: `${noticeKey(c)}escalated`,
});

/** To each officer of the desk; names and numbers stay inside the system. */
export const deskReminderNotice = (c: Case, f: { due: string }): ApplicationNotice => ({
  title: `入会申请 ${c.number} 快到期`,
  body: `请在${f.due}前办理，过期转上级工会。`,
  link: `/desk?case=${c.id}`,
  dedupeKey: `${noticeKey(c)}reminder`,
});

/** To each officer of the parent union that takes a late case over. */
export const escalatedToDeskNotice = (c: Case): ApplicationNotice => ({
  title: `入会申请 ${c.number} 超期转来`,
  body: '下级工会没有按期办理，请尽快办理。',
  link: `/desk?case=${c.id}`,
  dedupeKey: `${noticeKey(c)}escalated_desk`,
});
