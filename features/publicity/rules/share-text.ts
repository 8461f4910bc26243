import type { Allocation } from '@/db/schema/enums';
import { type StoredSession, timedOf } from '@/features/offerings/rules/meetings';
import { sessionWhen } from '@/features/offerings/rules/times';
import { firstOf } from '@/lib/characters';
import { formatDateTime } from '@/lib/dates';
import { unstopped } from '@/lib/text';

interface SharedSession extends StoredSession {
  readonly place: string;
  readonly capacity: number;
}

/** What is told of an offering outside the portal: nothing that not everybody may read on its page. */
export interface Shared {
  readonly title: string;
  readonly summary: string;
  readonly organiser: string;
  readonly contactPhone: string | null;
  readonly allocation: Allocation;
  readonly bookingOpensAt: Date | null;
  readonly bookingClosesAt: Date | null;
  /** In order of time, without cancelled ones. */
  readonly sessions: readonly SharedSession[];
  readonly now: Date;
}

const ways: Record<Allocation, string> = {
  first_come: '先到先得',
  draw: '报名后抽签',
  priority: '按优先条件',
  unit: '由单位统一报名',
};

/** When: the one session, or the first of several; empty while there is none. */
export function whenWords({ sessions, now }: Pick<Shared, 'sessions' | 'now'>): string {
  const [first] = sessions;
  if (!first) return '';
  const when = sessionWhen(timedOf(first), now);
  return sessions.length === 1 ? when : `第一场${when}，共 ${sessions.length} 场`;
}

/** Where: one place, or the first two of several. */
export function whereWords({ sessions }: Pick<Shared, 'sessions'>): string {
  const places = [...new Set(sessions.map(({ place }) => place))];
  return places.length > 2 ? `${places.slice(0, 2).join('、')}等` : places.join('、');
}

/** How many places and how they are given out; empty while there is no session. */
export function placeWords({ sessions, allocation }: Pick<Shared, 'sessions' | 'allocation'>) {
  const places = sessions.reduce((sum, { capacity }) => sum + capacity, 0);
  return places > 0 ? `${places} 个，${ways[allocation]}` : '';
}

/** From when until when one may book; empty while neither is set. */
export function windowWords({ bookingOpensAt: from, bookingClosesAt: to, now }: Shared): string {
  if (from && to) return `${formatDateTime(from, now)} 至 ${formatDateTime(to, now)}`;
  if (from) return `${formatDateTime(from, now)} 开始`;
  return to ? `${formatDateTime(to, now)} 截止` : '';
}

const lines = (pairs: readonly (readonly [string, string | null])[]): string[] =>
  pairs.flatMap(([label, words]) => (words ? [`${label}：${words}`] : []));

/**
 * What an officer pastes into a WeChat group: title, when, where, places, how to book, the address.
 * Plain lines, because a group shows nothing else.
 */
export function shareText(o: Shared, address: string): string {
  return [
    `【${o.organiser}】${o.title}`,
    ...(o.summary ? [o.summary] : []),
    ...lines([
      ['时间', whenWords(o)],
      ['地点', whereWords(o)],
      ['名额', placeWords(o)],
      ['报名时间', windowWords(o)],
      [o.allocation === 'unit' ? '看详情' : '点开报名', address],
      ['咨询', o.contactPhone],
    ]),
  ].join('\n');
}

/** The line below the title where a link is shown as a card: at most 100 characters. */
export const shareLine = (o: Shared): string =>
  firstOf([unstopped(o.summary), whenWords(o), whereWords(o)].filter(Boolean).join('；'), 100);
