import 'server-only';
import type { Allocation } from '@/db/schema/enums';
import type { BookingStatus } from '@/features/bookings/rules/booking';
import type { OfferingStatus } from '@/features/offerings/rules/offering';
import type { Kind } from '@/features/offerings/schema/offering';
import type { Facts, MembershipFacts } from '../rules/facts';
import type { StoredConditions } from '../rules/own-conditions';

/** What the statement returns: one JSON document, dates as ISO text. */
export interface Found {
  offering: {
    id: string;
    kind: Kind;
    status: OfferingStatus;
    title: string;
    organisationId: string;
    visibility: 'subtree' | 'all';
    allocation: Allocation;
    needsApproval: boolean;
    allocationTerms: Record<string, unknown>;
    asksHealthNotes: boolean;
    opensAt: string | null;
    closesAt: string | null;
    lastEndsAt: string | null;
    cancelHours: number;
    term: string | null;
    rules: Record<string, unknown>;
    rulesVersion: number;
    details: Record<string, unknown>;
    lineageId: string;
    groupNames: string[] | null;
    scopeNames: string[] | null;
  };
  session: {
    id: string;
    title: string;
    startsAt: string;
    endsAt: string;
    place: string;
    details: Record<string, unknown>;
    cancelledAt: string | null;
    own: StoredConditions | null;
    rulesVersion: number;
  } | null;
  person: {
    name: string | null;
    birthOn: string | null;
    sex: 'male' | 'female' | null;
    grams: string[];
    pinyin: string | null;
    phoneTail: string;
    accountId: string;
  } | null;
  membership: (Omit<MembershipFacts, 'unionPath'> & { unionId: string; path: string[] }) | null;
  child: {
    id: string;
    nameSealed: string;
    nameMasked: string;
    birthSealed: string;
    sex: 'male' | 'female';
    entryYear: number;
  } | null;
  noShow: Record<string, number>;
  cancelled: string[] | null;
  cancelLimit: number | null;
  others:
    | {
        bookingId: string;
        sessionId: string;
        lineageId: string;
        kind: Kind;
        term: string | null;
        status: BookingStatus;
        title: string;
        startsAt: string;
        endsAt: string;
        details: Record<string, unknown>;
        excused: boolean;
        appealed: boolean;
        offeringId: string;
        attended: { present: number; held: number } | null;
      }[]
    | null;
  terms: { key: string; startsAt: string }[] | null;
  lastDraw: Facts['lastDraw'];
  family: Facts['family'];
  familyYear: Facts['familyYear'];
  shares: Facts['shares'];
  inSegment?: boolean;
  returning: { id: string; sealed: string | null } | null;
}
