import type { OutboxNotice } from '@/lib/messaging/outbox';
import { type MatterCounts, matterWords, overdueHref, sumOfMatters } from './rules/overdue';

type NoticeContent = Pick<OutboxNotice, 'title' | 'body' | 'link'>;

/** To the colleague who is given a case; names and numbers of the person stay inside the system. */
export const caseAssignedNotice = (of: {
  ref: string;
  number: string;
  from: string;
}): NoticeContent => ({
  title: `${of.from}请您办理 ${of.number}`,
  body: '打开就能办。办不了的，可以再交给别的同事。',
  link: `/desk?case=${of.ref}`,
});

/** To each officer of a desk whose parent asks for what is late. */
export const urgedNotice = (late: MatterCounts): NoticeContent => ({
  title: `上级催办：${sumOfMatters(late)} 件已超期`,
  body: `超期的有${matterWords(late)}。请今天办完，办不了的写明原因退回或不予通过。`,
  link: overdueHref(late),
});

/** To officers who answer for several unions, on Monday. */
export const weeklyNotice = (
  week: { from: string },
  n: { arrived: number; decided: number; in_time: number; waiting: number; overdue: number },
): NoticeContent => ({
  title: '上周入会办理情况',
  body: `收到 ${n.arrived} 件，办结 ${n.decided} 件，按期 ${n.in_time} 件；现在在办 ${n.waiting} 件，超期 ${n.overdue} 件。`,
  link: `/desk/weekly?week=${week.from}`,
});
