import type { BookingStatus } from '@/features/bookings/rules/booking';
import type { MembershipStatus } from '@/features/members/rules/membership-life';
import type { Timed } from '@/features/offerings/rules/meetings';
import type { OfferingStatus } from '@/features/offerings/rules/offering';
import type { OfferingRules } from '@/features/offerings/schema/offering';
import type { NoShowTerms } from './no-show-record';

export type RuleName =
  | 'membership'
  | 'retained'
  | 'joined'
  | 'transfer'
  | 'age'
  | 'born'
  | 'school_age'
  | 'sex'
  | 'grade'
  | 'group'
  | 'segment'
  | 'scope'
  | 'repeat'
  | 'attendance'
  | 'last_draw'
  | 'term'
  | 'limit'
  | 'family'
  | 'family_year'
  | 'duplicate'
  | 'no_show'
  | 'quota'
  | 'cycling'
  | 'channel'
  | 'overlap'
  | 'window';

/** One line of 能不能报: what was looked at, how it stands, and the nearest way out. */
export interface Check {
  readonly rule: RuleName;
  readonly outcome: 'pass' | 'fail' | 'warn';
  /** Plain Chinese, e.g. 秋季读二至六年级. */
  readonly reason: string;
  /** The fact behind it, e.g. 陈小禾：三年级. */
  readonly note?: string;
  readonly fix?: { readonly text: string; readonly href?: string };
  /** Asked by the chosen session alone: another one may not. */
  readonly ofSession?: true;
}

export interface Attendee {
  readonly isChild: boolean;
  /** Of a child, for the way to its record. */
  readonly childId?: string | undefined;
  readonly name: string;
  readonly birthOn: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly schoolEntryYear: number | null;
}

/** The signed-in member's 会籍; for a child its guardian's. */
export interface MembershipFacts {
  readonly status: Exclude<MembershipStatus, 'left'>;
  readonly joinedOn: string;
  /** Their union and everything above it. */
  readonly unionPath: readonly string[];
  readonly occupationCode: string;
  readonly isNewForm: boolean;
  readonly unionName?: string;
  /** The 镇（街道）工会 above their union, if any. */
  readonly townName?: string | null;
  /** A 转会 that is not settled yet; looked up only where a rule asks. */
  readonly transferring?: boolean | null;
}

/** Another booking of the same attendee, whoever made it. */
export interface OtherBooking extends Timed {
  readonly bookingId: string;
  readonly sessionId: string;
  readonly lineageId: string;
  readonly kind: string;
  readonly term: string | null;
  readonly status: BookingStatus;
  readonly title: string;
  /** An absence that the organiser excused, and one that was appealed against already. */
  readonly excused?: boolean;
  readonly appealed?: boolean;
  readonly offeringId?: string;
  /** Meetings attended and held so far; looked up only where a rule asks. */
  readonly present?: number | null;
  readonly held?: number | null;
}

/** One 期 of the course or of this kind of service: several classes may share it. */
export interface PastTerm {
  readonly key: string;
  readonly startsAt: Date;
}

/** A place that somebody of the family holds in that year; who it is stays aside. */
export interface FamilyPlace {
  readonly bookingId: string;
  readonly sessionId: string;
  /** The attendee's own. */
  readonly own: boolean;
  readonly year: number;
}

export interface FamilyYear {
  /** Persons and children of the family, by id: for people who are judged together. */
  readonly ids: readonly string[];
  readonly places: readonly FamilyPlace[];
}

/** How many places of a session the attendee's town and union hold already; null without one. */
export interface Shares {
  readonly town: number | null;
  readonly unit: number | null;
}

export type ReturnStatus = 'waiting' | 'verified' | 'refused';

export interface OfferingFacts {
  readonly id: string;
  readonly kind: string;
  /** The offering this one was first copied from, or itself: 同一课程. */
  readonly lineageId: string;
  readonly term: string | null;
  /** first_come, draw, priority, unit. */
  readonly allocation: string;
  readonly rules: OfferingRules;
  readonly phase: OfferingStatus;
  readonly bookingOpensAt: Date | null;
  readonly bookingClosesAt: Date | null;
  /** Set when only the organiser's subtree may see it. */
  readonly visibleBelow: string | null;
  /** Absent where 爽约 is not held against anyone. */
  readonly noShow?: NoShowTerms | null;
  /** So many cancellations in 24 hours pause booking this offering. */
  readonly cancelLimit?: number;
  /** Words for `rules.occupations` and `rules.organisationIds`. */
  readonly groupNames: readonly string[];
  readonly scopeNames: readonly string[];
}

/** What one session asks beside its offering, with words for what it names. */
export interface OwnConditions {
  readonly rules: OfferingRules;
  readonly groupNames: readonly string[];
  readonly scopeNames: readonly string[];
}

export interface SessionFacts extends Timed {
  readonly id: string;
  readonly cancelled: boolean;
  /** Null when it asks nothing of its own. */
  readonly own: OwnConditions | null;
}

/** Everything the rules may know; gathered by one query, before applying and again under the lock. */
export interface Facts {
  readonly now: Date;
  readonly offering: OfferingFacts;
  /** Null while none is chosen: what depends on it is not judged yet. */
  readonly session: SessionFacts | null;
  readonly attendee: Attendee;
  readonly membership: MembershipFacts | null;
  readonly others: readonly OtherBooking[];
  /** When this attendee's bookings of this offering were cancelled by themselves, lately. */
  readonly cancellations?: readonly Date[];
  /** Terms up to now, first to last. Absent, like all below, where no rule asks. */
  readonly terms?: readonly PastTerm[] | null;
  /** The newest draw in this line of copies before this one; whether the attendee got nothing in it. */
  readonly lastDraw?: { readonly title: string; readonly lost: boolean } | null;
  /** Active bookings of the family within the offering or its term. */
  readonly family?: readonly { readonly sessionId: string; readonly own: boolean }[] | null;
  /** What the family holds of this kind or course; looked up only where the rule asks. */
  readonly familyYear?: FamilyYear | null;
  /** By session. */
  readonly shares?: Readonly<Record<string, Shares>> | null;
  /** In the 人群 that is asked for; absent where none is. */
  readonly inSegment?: boolean | null;
  /** 通知再来: how what she said stands with 女职工部; looked up only where the rule asks. */
  readonly recheck?: ReturnStatus | null;
}

/** A rule looks at the facts and says nothing (null) when the offering does not ask. */
export type Rule = (facts: Facts) => Check | null;
