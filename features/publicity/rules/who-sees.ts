import type { Allocation } from '@/db/schema/enums';
import type { OfferingStatus } from '@/features/offerings/rules/offering';
import { formatDateTime } from '@/lib/dates';

interface Shown {
  readonly phase: OfferingStatus;
  readonly visibility: 'subtree' | 'all';
  /** The organiser's short name. */
  readonly organiser: string;
  readonly allocation: Allocation;
  /** Sessions that are neither over nor cancelled. */
  readonly ahead: number;
  readonly bookingOpensAt: Date | null;
  readonly now: Date;
}

interface Reach {
  /** Who finds it now, in one sentence. */
  readonly seen: string;
  /** Who does not, each with the reason and what to do about it. */
  readonly unseen: readonly string[];
}

const closedTo = `没登录的人和别的工会的会员看不到：打开链接是“没有找到这个页面”。要给所有人看，在“修改”里把“谁能看到”改成“所有人”`;

const audience = ({ visibility, organiser }: Shown): string =>
  visibility === 'all' ? '所有人，不用登录' : `${organiser}及下级工会的会员，登录后`;

function unseenOf(o: Shown): string[] {
  const limits: string[] = [];
  if (o.visibility === 'subtree') limits.push(closedTo);
  if (o.ahead === 0) limits.push('“预约”里搜不到：没有还没结束的场次。在“设置”里加一场就列出来');
  if (o.allocation === 'unit') limits.push('个人看得到、不能自己报：由单位统一报名');
  return limits;
}

/**
 * Who sees an offering now and who does not, each with its reason, as its officer reads it before sharing the
 * link. Source: domain.md §6.2 and the setting 谁能看到 of the offering.
 */
export function whoSees(o: Shown): Reach {
  if (o.phase === 'draft') {
    return {
      seen: '还没发布，只有管这项服务的干部看得到。',
      unseen: [`链接和海报先别发：打开是“没有找到这个页面”。发布后，${audience(o)}能看到`],
    };
  }
  if (o.phase === 'cancelled' || o.phase === 'finished') {
    const why = o.phase === 'cancelled' ? '已取消' : '场次都已结束';
    return {
      seen: `“预约”里不再列出：${why}。有链接的，${audience(o)}还能打开。`,
      unseen: o.visibility === 'subtree' ? [closedTo] : [],
    };
  }
  const waits = o.phase === 'published' && o.bookingOpensAt !== null;
  const open =
    waits && o.bookingOpensAt ? `，${formatDateTime(o.bookingOpensAt, o.now)}才能报` : '';
  return { seen: `${audience(o)}能看到${open}。`, unseen: unseenOf(o) };
}
