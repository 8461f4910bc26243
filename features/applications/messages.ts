import {
  type ApplicationNotice,
  type Case,
  caseLink,
  messageOf,
  noticeKey,
} from './rules/application-notice';

/** The receipt; of corrections on the screen alone, for the number is known by then. */
export const submittedNotice = (
  c: Case,
  f: { union: string; due: string; again: boolean },
): ApplicationNotice => ({
  title: f.again ? '补正已送到工会' : '入会申请已提交',
  body: `${c.number} 已送到${f.union}，${f.due}前答复。${f.again ? '' : '开始核对之前可以撤回。'}`,
  link: caseLink(c),
  sms: f.again
    ? undefined
    : messageOf(
        'submitted',
        { number: c.number, due: f.due },
        `入会申请${c.number}已提交，${f.due}前答复。`,
      ),
  quiet: true,
  dedupeKey: `${noticeKey(c)}submitted`,
});

export const withdrawnNotice = (c: Case): ApplicationNotice => ({
  title: '入会申请已撤回',
  body: `${c.number} 已撤回。想好了可以重新申请，填过的内容还在。`,
  link: caseLink(c),
  quiet: true,
  dedupeKey: `${noticeKey(c)}withdrawn`,
});
