import { formatDay, formatTime, todayOn } from '@/lib/dates';
import { isPlaced } from './allot';
import { numberText } from './list';
import type { SeedSource } from './seed';

/** 9c41 e07b 52d8 13fa … 0f3e: enough to compare with a printed sheet by eye. */
export const fingerprint = (hash: string): string =>
  `${hash.slice(0, 16).replaceAll(/(.{4})/g, '$1 ')}… ${hash.slice(-4)}`;

/** A moment by day and time, the year only when it is another: 6月12日（周五）15:00. */
export const dayAndTime = (at: Date, now: Date): string =>
  `${formatDay(todayOn(at), todayOn(now))}${formatTime(at)}`;

interface Shown {
  readonly outcome: string;
  readonly position: number;
}

/** What a number came to, in bold, and the sentence after it. */
export function resultWords({ outcome, position }: Shown): { strong: string; next: string } {
  if (outcome === 'open')
    return { strong: '抽中了。', next: '名额已为您留着，请到“我的预约”查看。' };
  if (isPlaced(outcome)) {
    return { strong: '抽中了预留名额。', next: '名额已为您留着，请到“我的预约”查看。' };
  }
  if (outcome === 'wait') {
    return { strong: `没有抽中，候补第 ${position} 位。`, next: '有人放弃，会按顺序短信通知您。' };
  }
  return { strong: '没有抽中。', next: '名额和候补都已满。' };
}

/** One line of the whole list. */
export const outcomeWords = (outcome: string): string => {
  if (outcome === 'wait') return '候补';
  if (outcome === 'out') return '未中签';
  return outcome === 'open' ? '录取' : '录取（预留）';
};

interface SeedFacts {
  readonly seedSource: SeedSource;
  readonly seedOn: string | null;
  readonly fallbackOn: string | null;
}

/** Which number decides, said before anyone can know it. */
export function seedWords(s: SeedFacts, now: Date): string {
  const day = (on: string | null) => (on ? formatDay(on, todayOn(now)) : '');
  if (s.seedSource === 'house') return '系统在报名开始前封存的随机数，校验码先公布，抽签后公开。';
  if (s.seedSource === 'witnesses') {
    return `组织单位和两位见证人各写一句口令，先公布校验码，截止后公开。有人不公开，就用${day(s.fallbackOn)}福彩 3D 的开奖号。`;
  }
  return `用${day(s.seedOn)}福彩 3D 的开奖号，封存名单前就写明。`;
}

/** What one number came to, the score by its first four digits: 0137 号算出 3ae5…，排第 33。 */
export const scoreWords = (no: number, score: string, rank: number): string =>
  `${numberText(no)} 号算出 ${score.slice(0, 4)}…，排第 ${rank}。`;

/** The button of the last step. */
export const sendLabel = (entry: 'enter' | 'book' | 'frozen', state: string): string => {
  if (entry === 'enter') return '报名抽签';
  return state === 'waitlist' ? '加入候补' : '提交预约';
};
