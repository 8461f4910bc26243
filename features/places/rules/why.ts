import type { BookingStatus } from '@/features/bookings/rules/booking';
import { deadlineWords } from './deadline';

/** All that the answer rests on, for one who waits. */
export interface WaitingFacts {
  readonly status: Extract<BookingStatus, 'waitlisted' | 'offered'>;
  readonly offeredAt: Date | null;
  readonly offerExpiresAt: Date | null;
  /** Rule and fact that bar them now; null while they may have a place. */
  readonly ineligible: string | null;
  /** How many who may have a place wait before them. */
  readonly ahead: number;
  /** Siblings 同进同退 who wait together, and find no place for all of them; 0 for who waits alone. */
  readonly tooMany: number;
  readonly groups: readonly string[];
}

export interface SessionSituation {
  readonly started: boolean;
  /** Cancelled, or the offering is over. */
  readonly ended: boolean;
  readonly paused: boolean;
  /** Offers that are out and may yet come back. */
  readonly offersOut: number;
  /** Open places; above 0 only while nothing is passed on. */
  readonly open: number;
  /** Free places that groups keep. */
  readonly reserved: readonly { id: string; label: string; free: number; returns: string }[];
}

export interface Why {
  readonly state: 'offered' | 'waiting' | 'ineligible' | 'stopped';
  /** 待确认名额, 候补中, 不会轮到, 暂不补位 */
  readonly title: string;
  readonly words: string;
}

const queueWords = (ahead: number, offersOut: number): string => {
  if (ahead === 0 && offersOut > 0) return `留着的 ${offersOut} 个有人不确认，或有人取消，就轮到`;
  if (ahead === 0) return '排第 1 位，有人取消或增加名额就轮到';
  if (offersOut > ahead) return `留着的 ${offersOut} 个有 ${ahead + 1} 人不确认，就轮到`;
  return `排第 ${ahead + 1} 位，前面的人都有名额后轮到`;
};

/**
 * 候补为什么还没轮到 (domain.md §3.5): one sentence for each who
 * waits, from the same facts by which places are passed on.
 */
export function whyWaiting(w: WaitingFacts, s: SessionSituation, now: Date): Why {
  if (w.status === 'offered') {
    const sent = w.offeredAt ? `${deadlineWords(w.offeredAt, now)} 通知` : '已通知';
    const until = w.offerExpiresAt ? `，留到${deadlineWords(w.offerExpiresAt, now)}` : '';
    const over = w.offerExpiresAt && w.offerExpiresAt <= now;
    const words = over ? '时限已过，马上给下一位' : `${sent}${until}`;
    return { state: 'offered', title: '待确认名额', words };
  }
  if (s.ended) return { state: 'stopped', title: '不再补位', words: '场次已取消或结束' };
  if (s.started) return { state: 'stopped', title: '不再补位', words: '场次已开始，不再补位' };
  if (w.ineligible) return { state: 'ineligible', title: '不会轮到', words: w.ineligible };
  if (s.paused) {
    return { state: 'stopped', title: '暂不补位', words: '自动补位已暂停，可以手动给名额' };
  }
  if (w.tooMany > 0) {
    const words = `一家 ${w.tooMany} 人同进同退，空着的不够一起给，够了就轮到`;
    return { state: 'waiting', title: '候补中', words };
  }
  const theirs = s.reserved.filter((k) => k.free > 0 && w.groups.includes(k.id));
  if (s.open > 0 || theirs.length > 0) {
    return { state: 'waiting', title: '候补中', words: '有名额空着，一分钟内给到' };
  }
  const reserved = s.reserved.filter((k) => k.free > 0);
  const notTheirs =
    reserved.length > 0
      ? `空着的 ${reserved.reduce((n, k) => n + k.free, 0)} 个留给${reserved.map((k) => k.label).join('、')}（${reserved[0]?.returns}）；`
      : '';
  return { state: 'waiting', title: '候补中', words: notTheirs + queueWords(w.ahead, s.offersOut) };
}
