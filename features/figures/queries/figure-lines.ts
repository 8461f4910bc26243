import 'server-only';
import { sql } from 'drizzle-orm';
import type { BookingStatus } from '@/features/bookings/rules/booking';
import type { Kind } from '@/features/offerings/schema/offering';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { type Figure, figureRows } from '@/lib/figures';
import { readOnRecord, within } from '@/lib/transaction';
import { figureReaders } from '../policy';
import { askedPeriod } from '../rules/asked-period';
import type { FigureRowsFilter } from '../schema';
import { nameLines } from './line-names';
import { countedSets, readersScope } from './lines';
import { readFigureTerms } from './read-figures';
import { figureOf } from './registered';

const PAGE = 50;

/** A session, or a booking with its session: what a figure counted. */
export interface FigureRow extends Record<string, unknown> {
  session_id: string;
  offering_id: string;
  title: string;
  session_title: string;
  kind: Kind;
  starts_at: Date;
  /** Of sessions. */
  capacity?: number;
  /** Of bookings. */
  booking_id?: string;
  number?: string;
  attendee_masked?: string;
  status?: BookingStatus;
}

const opened = (figure: Figure, key: string | undefined) =>
  figureRows(figure, key === undefined ? sql`opens` : sql`opens and key = ${key}`);

/**
 * The rows behind one number, fifty a page, the latest session first: the same rows that were counted, as far as
 * the reader decides about them; names masked. Each look is recorded. Throws NotFound for no figure.
 */
export async function listFigureRows(ctx: Ctx, filter: FigureRowsFilter) {
  const figure = figureOf(filter.figure);
  if (!figure) throw new NotFound('figure');
  return readOnRecord(ctx, async (tx) => {
    const { most, bands } = await readFigureTerms(tx);
    const period = askedPeriod(filter, todayOn(tx.now), most);
    const { kind, by, key, page } = filter;
    const isSessions = figure.from === 'sessions_in';
    const sets = countedSets(readersScope(tx.actor), { ...period, kind, by, bands });
    const found = await within(tx, asSystem(tx), (systemTx) =>
      systemTx.db.execute<FigureRow & { total: number }>(sql`${sets}, counted as (
          select *, count(*) over ()::int as total from (${opened(figure, key)}) r
          order by starts_at desc, session_id, ${isSessions ? sql`session_id` : sql`booking_id`}
          limit ${PAGE} offset ${(page - 1) * PAGE})
        select c.session_id, s.offering_id, o.title, s.title as session_title, o.kind, c.starts_at, c.total,
          ${isSessions ? sql`c.capacity` : sql`b.id as booking_id, b.number, b.attendee_masked, b.status`}
        from counted c join offering_sessions s on s.id = c.session_id join offerings o on o.id = s.offering_id
        ${isSessions ? sql`` : sql`join bookings b on b.id = c.booking_id`}
        order by c.starts_at desc, c.session_id, ${isSessions ? sql`c.session_id` : sql`c.booking_id`}`),
    );
    const total = found[0]?.total ?? 0;
    await recordAudit(tx, {
      action: 'view_figure_rows',
      entityType: 'figure',
      entityId: figure.id,
      organisationId: figureReaders.flatMap((may) => may.organisationsOf(tx.actor))[0],
      after: { from: period.from, to: period.to, by, key, kind, rows: total },
    });
    const line = key === undefined ? undefined : (await nameLines(tx, by, [key], bands))[0];
    return {
      figure,
      rows: found.map((row) => ({ ...row, starts_at: new Date(row.starts_at) })),
      total,
      pageSize: PAGE,
      period,
      line,
      now: tx.now,
    };
  });
}

export type FigureRows = Awaited<ReturnType<typeof listFigureRows>>;
