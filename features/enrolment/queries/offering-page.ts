import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { type DrawState, wayIn } from '@/features/draws/rules/entering';
import { ownConditionsJson } from '@/features/eligibility/queries/facts-statement';
import type { StoredConditions } from '@/features/eligibility/rules/own-conditions';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { isForPerson } from '@/features/offerings/queries/visible-offering';
import type { OfferingStatus } from '@/features/offerings/rules/offering';
import { type AllocationTerms, allocationTerms } from '@/features/offerings/schema/allocation';
import {
  type Kind,
  type OfferingRules,
  offeringRules,
  type SessionDetails,
  sessionDetails,
} from '@/features/offerings/schema/offering';
import type { Closing } from '@/features/publicity/rules/closing';
import {
  filesByPurpose,
  type OfferingFile,
  type OfferingFiles,
} from '@/features/publicity/rules/files-by-purpose';
import { venueOf } from '@/features/venues/queries/venue-of';
import type { VenueFacts } from '@/features/venues/rules/venue';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { read } from '@/lib/transaction';

export interface PageSession {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  /** Of the register; null where the place is in words alone. */
  readonly venue: VenueFacts | null;
  readonly details: SessionDetails;
  readonly cancelled: boolean;
  readonly capacity: number;
  readonly taken: number;
  readonly waiting: number;
  /** How one gets in now: through the draw, not at all once its list is sealed, or directly. */
  readonly entry: 'enter' | 'book' | 'frozen';
  readonly draw: { readonly id: string; readonly status: DrawState['status'] } | null;
  /** Numbers given out so far. */
  readonly numbers: number;
  /** What it asks beside the offering; null when nothing more. */
  readonly own: StoredConditions | null;
}

/** Everything the detail page of an offering shows to anyone. */
export interface OfferingPage {
  readonly id: string;
  readonly kind: Kind;
  readonly status: OfferingStatus;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly organiser: string;
  readonly contactPhone: string | null;
  readonly allocation: DrawState['allocation'];
  readonly terms: AllocationTerms;
  readonly needsApproval: boolean;
  readonly asksHealthNotes: boolean;
  readonly bookingOpensAt: Date | null;
  readonly bookingClosesAt: Date | null;
  readonly lastEndsAt: Date | null;
  readonly cancelHours: number;
  readonly cancelledReason: string | null;
  readonly rules: OfferingRules;
  readonly details: Record<string, unknown>;
  readonly sessions: readonly PageSession[];
  /** Sessions that took place or will; those that ended are not among `sessions`. */
  readonly isPlanned: boolean;
  readonly files: OfferingFiles;
  /** 小结, once it is published; null before. */
  readonly closing: Closing | null;
  readonly now: Date;
}

interface Stored {
  offering: {
    id: string;
    kind: Kind;
    status: OfferingStatus;
    title: string;
    summary: string;
    description: string;
    organiser: string;
    contactPhone: string | null;
    allocation: DrawState['allocation'];
    allocationTerms: Record<string, unknown>;
    needsApproval: boolean;
    asksHealthNotes: boolean;
    bookingOpensAt: string | null;
    bookingClosesAt: string | null;
    cancelHours: number;
    cancelledReason: string | null;
    rules: Record<string, unknown>;
    details: Record<string, unknown>;
    isPlanned: boolean;
    now: string;
  };
  sessions:
    | (Omit<PageSession, 'startsAt' | 'endsAt' | 'details' | 'entry'> & {
        startsAt: string;
        endsAt: string;
        details: Record<string, unknown>;
      })[]
    | null;
  files: OfferingFile[] | null;
  closing: Closing | null;
}

const date = (iso: string | null) => (iso === null ? null : new Date(iso));

function pageOf({ offering: o, sessions, files, closing }: Stored): OfferingPage {
  const terms = allocationTerms.parse(o.allocationTerms);
  const way = {
    allocation: o.allocation,
    equalMinutes: terms.equalMinutes,
    bookingOpensAt: date(o.bookingOpensAt),
  };
  const now = new Date(o.now);
  const listed = (sessions ?? []).map((s) => ({
    ...s,
    startsAt: new Date(s.startsAt),
    endsAt: new Date(s.endsAt),
    details: sessionDetails.parse(s.details),
    entry: wayIn({ ...way, status: s.draw?.status ?? null }, now),
  }));
  const ends = listed.filter((s) => !s.cancelled).map((s) => s.endsAt.getTime());
  return {
    ...o,
    terms,
    bookingOpensAt: date(o.bookingOpensAt),
    bookingClosesAt: date(o.bookingClosesAt),
    lastEndsAt: ends.length > 0 ? new Date(Math.max(...ends)) : null,
    rules: offeringRules.parse(o.rules),
    sessions: listed,
    files: filesByPurpose(files ?? []),
    closing,
    now,
  };
}

/** The page of the one offering `o` that the condition leaves, by one statement. Throws NotFound for none. */
async function findPage(tx: Ctx, where: SQL): Promise<OfferingPage> {
  const [row] = await tx.db.execute<{ found: Stored }>(sql`select json_build_object(
      'offering', json_build_object('id', o.id, 'kind', o.kind, 'status', o.status, 'title', o.title,
        'summary', o.summary, 'description', o.description, 'organiser', g.name,
        'contactPhone', coalesce(o.contact_phone, g.phone), 'needsApproval', o.needs_approval,
        'allocation', o.allocation, 'allocationTerms', o.allocation_terms,
        'asksHealthNotes', o.asks_health_notes, 'bookingOpensAt', o.booking_opens_at,
        'bookingClosesAt', o.booking_closes_at, 'cancelHours', o.cancel_hours,
        'cancelledReason', o.cancelled_reason, 'rules', o.rules, 'details', o.details,
        'isPlanned', exists (select 1 from offering_sessions s
          where s.offering_id = o.id and s.cancelled_at is null), 'now', now()),
      'sessions', (select json_agg(json_build_object('id', s.id, 'title', s.title,
          'startsAt', s.starts_at, 'endsAt', s.ends_at, 'place', s.place, 'venue', ${venueOf(sql`s.venue_id`)}, 'details', s.details,
          'cancelled', s.cancelled_at is not null, 'own', ${ownConditionsJson(sql`s.rules`)}, 'capacity', c.capacity, 'taken', c.taken,
          'waiting', c.waiting, 'numbers', c.queue_next - 1, 'draw', (select json_build_object(
            'id', d.id, 'status', d.status) from draws d where d.session_id = s.id
            order by d.round desc limit 1)) order by s.starts_at, s.id)
        from offering_sessions s join session_capacity c on c.session_id = s.id
        where s.offering_id = o.id and s.ends_at > now() - interval '1 day'),
      'files', (select json_agg(json_build_object('id', f.id, 'purpose', f.purpose, 'kind', f.kind,
          'words', f.words, 'width', f.width, 'height', f.height, 'size', f.size)
          order by f.added_at, f.id) from offering_files f where f.offering_id = o.id),
      'closing', (select json_build_object('words', c.words, 'sessions', c.sessions,
          'attended', c.attended) from offering_closings c
        where c.offering_id = o.id and c.published_at is not null)) as found
      from offerings o join organisations g on g.id = o.organisation_id
      where ${where}`);
  if (!row) throw new NotFound('offering');
  return pageOf(row.found);
}

/**
 * One published offering with its sessions and places, by one statement. What is only for another
 * union's subtree, a draft and an unknown id are the same: not found. Throws NotFound for all three.
 */
export async function getOfferingPage(ctx: Ctx, id: string): Promise<OfferingPage> {
  if (!isUuid(id)) throw new NotFound('offering');
  const { actor } = ctx;
  const personId = actor.kind === 'account' ? actor.personId : null;
  const work = (tx: Ctx) => findPage(tx, sql`o.id = ${id}::uuid and ${isForPerson(personId)}`);
  return personId ? read(ctx, work) : work(ctx);
}

/**
 * The same page for an officer who manages the offering, also before it is published: a draft is shown as it
 * will be then. Throws NotFound for everybody else.
 */
export async function getOfferingPreview(ctx: Ctx, id: string): Promise<OfferingPage> {
  return read(ctx, async (tx) => {
    const { status } = await getDeskOffering(tx, id);
    const page = await findPage(tx, sql`o.id = ${id}::uuid`);
    return status === 'draft' ? { ...page, status: 'published' } : page;
  });
}
