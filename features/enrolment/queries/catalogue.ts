import 'server-only';
import type { Allocation } from '@/db/schema/enums';
import type { BookingStatus } from '@/features/bookings/rules/booking';
import { type Timed, timedOf } from '@/features/offerings/rules/meetings';
import type { OfferingStatus } from '@/features/offerings/rules/offering';
import type { Kind } from '@/features/offerings/schema/offering';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import type { CatalogueFilter } from '../schema/catalogue';
import { catalogueStatement, PAGE_SIZE } from './catalogue-statement';

/** One card of 预约, and of 近期活动 on the home page. */
export interface OfferingSummary {
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  readonly status: OfferingStatus;
  readonly bookingOpensAt: Date | null;
  readonly bookingClosesAt: Date | null;
  readonly waitlistMax: number | undefined;
  /** The first session that is not over; its start is its first meeting. */
  readonly first: Timed;
  readonly lastEndsAt: Date;
  readonly sessions: number;
  readonly places: readonly string[];
  readonly capacity: number;
  readonly taken: number;
  readonly waiting: number;
  /** Sessions with a place that nobody waits for. */
  readonly freeSessions: number;
  readonly allocation: Allocation;
  /** Numbers given out, to who entered a draw or waits. */
  readonly entered: number;
  /** The signed-in person's own booking of it, the most alive one. */
  readonly mine: BookingStatus | null;
}

type Stored = Omit<
  OfferingSummary,
  'bookingOpensAt' | 'bookingClosesAt' | 'first' | 'lastEndsAt' | 'waitlistMax'
> & {
  bookingOpensAt: string | null;
  bookingClosesAt: string | null;
  firstStartsAt: string;
  firstEndsAt: string;
  firstDetails: unknown;
  lastEndsAt: string;
  waitlistMax: number | null;
};

const date = (iso: string | null) => (iso === null ? null : new Date(iso));

const cardOf = ({ firstStartsAt, firstEndsAt, firstDetails, ...row }: Stored): OfferingSummary => ({
  ...row,
  waitlistMax: row.waitlistMax ?? undefined,
  bookingOpensAt: date(row.bookingOpensAt),
  bookingClosesAt: date(row.bookingClosesAt),
  first: timedOf({
    startsAt: new Date(firstStartsAt),
    endsAt: new Date(firstEndsAt),
    details: firstDetails,
  }),
  lastEndsAt: new Date(row.lastEndsAt),
});

export interface Catalogue {
  readonly offerings: readonly OfferingSummary[];
  readonly total: number;
  readonly now: Date;
}

/**
 * What can be booked, now or soon, by one statement. Public without a sign-in; who is signed in also
 * sees what is only for their union's subtree, and their own state on each card.
 * In order of the first day, what is neither open nor opens soon last; `total` counts beyond the
 * page.
 */
export async function listOfferings(ctx: Ctx, filter: CatalogueFilter): Promise<Catalogue> {
  const { actor } = ctx;
  const viewer = actor.kind === 'account' ? actor : null;
  const work = async (tx: Ctx): Promise<Catalogue> => {
    const [row] = await tx.db.execute<{ cards: Stored[]; total: number; now: string }>(
      catalogueStatement(filter, viewer, filter.page * PAGE_SIZE),
    );
    return {
      offerings: (row?.cards ?? []).map(cardOf),
      total: row?.total ?? 0,
      now: new Date(row?.now ?? tx.now),
    };
  };
  // Nothing here is under row policies for a stranger, so one statement is one round trip.
  return viewer ? read(ctx, work) : work(ctx);
}
