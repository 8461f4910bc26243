import { type DatedOffering, datesOutOfOrder } from '@/features/offerings/rules/dates-in-order';
import type { Kind, OfferingRules } from '@/features/offerings/schema/offering';
import { formatFullDay } from '@/lib/dates';

export interface PublishFacts extends DatedOffering {
  readonly kind: Kind;
  readonly title: string;
  readonly term: string | null;
  readonly contactPhone: string | null;
  readonly rules: OfferingRules;
  readonly copiedFrom: string | null;
  readonly sessions: readonly {
    readonly id: string;
    readonly startsAt: Date;
    readonly capacity: number;
  }[];
}

export interface PublishGap {
  /** The field of the form that fills it, or `sessions`. */
  readonly at: string;
  readonly text: string;
  /** Below /desk/offerings/[id], where it is put right; the form of the offering without. */
  readonly page?: string;
}

/**
 * What an offering still lacks before people may see it; empty means it can be published. A class
 * without a contact, a window or a session makes people ring the hotline. Source: domain.md §6.2.
 */
export function missingForPublish(o: PublishFacts, now: Date): PublishGap[] {
  const upcoming = o.sessions.filter((s) => s.startsAt > now);
  const gaps: (PublishGap | false)[] = [
    o.title.trim() === '' && { at: 'title', text: '填名称' },
    o.bookingOpensAt === null && { at: 'bookingOpensAt', text: '填开始报名的时间' },
    o.bookingClosesAt === null && { at: 'bookingClosesAt', text: '填截止报名的时间' },
    o.bookingClosesAt !== null &&
      o.bookingClosesAt <= now && { at: 'bookingClosesAt', text: '截止报名的时间已过，请改到以后' },
    o.contactPhone === null && { at: 'contactPhone', text: '填咨询电话' },
    o.kind === 'childcare' &&
      o.term === null && { at: 'term', text: '填期次，一个孩子一期只报一个班' },
    o.kind === 'childcare' &&
      o.rules.gradeMin === undefined &&
      o.rules.gradeMax === undefined && { at: 'gradeMin', text: '填招收年级' },
    upcoming.length === 0 && { at: 'sessions', text: '加至少一个还没开始的场次' },
    upcoming.some((s) => s.capacity < 1) && { at: 'sessions', text: '给每个场次填名额' },
    ...datesOutOfOrder({ ...o, sessions: upcoming }, now),
  ];
  const found = gaps.filter((gap): gap is PublishGap => gap !== false);
  // One thing to do at a field at a time.
  return found.filter((gap, at) => found.findIndex((other) => other.at === gap.at) === at);
}

/**
 * Things that are allowed but rarely meant; `fitting` is how many members could book, told roughly: 0 = a few
 * at most, null = unknown. `used` says which venues are taken at the time of a session.
 */
export function publishWarnings(
  o: PublishFacts,
  fitting: number | null,
  used: readonly string[] = [],
): string[] {
  const opens = o.bookingOpensAt;
  const { bornFrom, bornTo } = o.rules;
  const born = [bornFrom, bornTo].filter((on) => on !== undefined).map(formatFullDay);
  const early = opens ? o.sessions.filter((s) => s.startsAt <= opens).length : 0;
  return [
    fitting === 0 && '按现在的条件，几乎没有会员能报。请检查年龄、职业和范围',
    o.copiedFrom !== null &&
      born.length > 0 &&
      `条件里的生日（${born.join('、')}）是从上一期移过来的，请核对是不是这一期要的`,
    ...used,
    early > 0 && `有 ${early} 场在开始报名之前就开始，没有人能报`,
  ].filter((text): text is string => text !== false);
}
