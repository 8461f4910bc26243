import 'server-only';
import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm';
import { bookingEvents, bookings } from '@/db/schema/bookings';
import { offeringSessions, offerings, sessionCapacity } from '@/db/schema/offerings';
import { organisations } from '@/db/schema/organisations';
import { listAsTyped, unitListRows, unitLists } from '@/db/schema/unit-lists';
import { isForChildren } from '@/features/bookings/rules/attendee';
import { type BookingStatus, openBookingStatuses } from '@/features/bookings/rules/booking';
import type { Kind } from '@/features/offerings/schema/offering';
import { inScope } from '@/features/organisations/queries/scope';
import { openField } from '@/lib/crypto/field';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { read, within } from '@/lib/transaction';
import { canSubmitUnitList } from '../policy';
import { isFixable, type LookedOutcome, type UnitListStatus } from '../rules/unit-list';
import { linesAgain, unitLineOf } from '../rules/unit-rows';
import { draftRows } from '../schema/unit-list';

const PAGE = 100;

const columns = {
  id: unitLists.id,
  status: unitLists.status,
  offeringId: unitLists.offeringId,
  sessionId: unitLists.sessionId,
  organisationId: unitLists.organisationId,
  counts: unitLists.counts,
  rowsSealed: unitLists.rowsSealed,
  createdAt: unitLists.createdAt,
  submittedAt: unitLists.submittedAt,
  undoUntil: unitLists.undoUntil,
  undoneAt: unitLists.undoneAt,
  undoneReason: unitLists.undoneReason,
  title: offerings.title,
  kind: offerings.kind,
  session: offeringSessions.title,
  startsAt: offeringSessions.startsAt,
  endsAt: offeringSessions.endsAt,
  details: offeringSessions.details,
  place: offeringSessions.place,
  union: organisations.shortName,
  capacity: sessionCapacity.capacity,
  taken: sessionCapacity.taken,
  waiting: sessionCapacity.waiting,
  reserved: sessionCapacity.reserved,
};

/** One line as the screen shows it; of a screening nothing is said about the booking behind it. */
export interface ListLine {
  readonly rowNo: number;
  readonly name: string;
  readonly phone: string;
  readonly outcome: LookedOutcome;
  readonly words: string;
  /** How the booking stands now; null when there is none, or none to be told. */
  readonly booking: BookingStatus | null;
  /** A line of a draft to be put right in its row. */
  readonly typed: string | null;
  /** What the chair may do about the person of a handed-in line; null when nothing. */
  readonly acts: LineActs | null;
}

export interface LineActs {
  readonly version: number;
  readonly mayRemind: boolean;
  readonly remindedAt: Date | null;
}

/** The union's own members by name, as its roster shows them; whoever has left it stays masked. */
export async function namesOf(
  tx: Ctx,
  organisationId: string,
  rows: readonly { personId: string | null }[],
): Promise<Map<string, string>> {
  const ids = rows.flatMap((row) => row.personId ?? []);
  if (ids.length === 0) return new Map();
  const found = await tx.db.execute<{ id: string; name: string }>(sql`
    select p.id, p.name from people p
    join memberships m on m.person_id = p.id and m.status <> 'left'
    where p.id = any (${`{${ids.join(',')}}`}::uuid[]) and p.name is not null
      and ${inScope(sql`m.organisation_id`, [organisationId])}`);
  return new Map(found.map((row) => [row.id, row.name]));
}

const remindedAt = sql<Date | null>`(select max(e.at) from ${bookingEvents} e
  where e.booking_id = ${bookings.id} and e.type = 'asked_again')`;

interface Joined {
  readonly booking: BookingStatus | null;
  readonly version: number | null;
  readonly offerExpiresAt: Date | null;
  readonly remindedAt: Date | null;
}

/** Whoever is still on may be replaced until it begins; whoever has not answered may be reminded. */
function actsFor(tx: Ctx, list: Stored, row: Joined): LineActs | null {
  const { booking, version, offerExpiresAt, remindedAt: last } = row;
  const over = list.status !== 'submitted' || list.startsAt <= tx.now || list.kind === 'screening';
  const on = booking && (openBookingStatuses as readonly BookingStatus[]).includes(booking);
  if (over || !on || version === null) return null;
  const asked = booking === 'offered' && offerExpiresAt !== null && offerExpiresAt > tx.now;
  return { version, mayRemind: asked, remindedAt: last };
}

interface Stored {
  readonly id: string;
  readonly kind: string;
  readonly status: UnitListStatus;
  readonly startsAt: Date;
  readonly organisationId: string;
}

async function storedLines(tx: Ctx, list: Stored, wish: Wish) {
  const where: SQL[] = [eq(unitListRows.listId, list.id)];
  if (wish.outcome) where.push(sql`${unitListRows.outcome} = ${wish.outcome}`);
  // Of a screening a chair learns of nobody whether they have answered.
  if (wish.unanswered && list.kind !== 'screening') where.push(eq(bookings.status, 'offered'));
  if (wish.after) where.push(gt(unitListRows.rowNo, wish.after));
  const rows = await within(tx, asSystem(tx), (systemTx) =>
    systemTx.db
      .select({
        rowNo: unitListRows.rowNo,
        name: unitListRows.nameMasked,
        phone: unitListRows.phoneTail,
        outcome: unitListRows.outcome,
        words: unitListRows.words,
        booking: bookings.status,
        personId: unitListRows.personId,
        version: bookings.version,
        offerExpiresAt: bookings.offerExpiresAt,
        remindedAt: remindedAt.mapWith(bookingEvents.at),
      })
      .from(unitListRows)
      .leftJoin(bookings, eq(bookings.id, unitListRows.bookingId))
      .where(and(...where))
      .orderBy(asc(unitListRows.rowNo))
      .limit(PAGE + 1),
  );
  const names = await namesOf(tx, list.organisationId, rows);
  return rows.map((row): ListLine => {
    const { rowNo, phone, outcome, words } = row;
    const name = (row.personId && names.get(row.personId)) || row.name;
    const booking = list.kind === 'screening' ? null : row.booking;
    const acts = actsFor(tx, list, row);
    return { rowNo, phone, outcome, words, name, booking, acts, typed: null };
  });
}

function draftLines(list: { id: string; rowsSealed: string; kind: Kind }, wish: Wish): ListLine[] {
  const rows = draftRows.parse(JSON.parse(openField(list.rowsSealed, listAsTyped(list.id))));
  return rows
    .map(
      (row): ListLine => ({
        rowNo: row.rowNo,
        name: row.name || '—',
        phone: row.phone,
        outcome: (row.outcome ?? 'ready') as LookedOutcome,
        words: row.said,
        booking: null,
        acts: null,
        typed: isFixable((row.outcome ?? 'ready') as LookedOutcome)
          ? unitLineOf(row, isForChildren(list.kind))
          : null,
      }),
    )
    .filter((line) => line.rowNo > wish.after && (!wish.outcome || line.outcome === wish.outcome))
    .slice(0, PAGE + 1);
}

interface Wish {
  readonly outcome: LookedOutcome | undefined;
  /** Line after which the page begins. */
  readonly after: number;
  readonly unanswered?: 'yes' | undefined;
}

/** How the bookings of a list stand now, in numbers; for a screening too, since numbers name nobody. */
async function statusOfList(
  tx: Ctx,
  listId: string,
): Promise<Partial<Record<BookingStatus, number>>> {
  const rows = await within(tx, asSystem(tx), (systemTx) =>
    systemTx.db
      .select({ status: bookings.status, n: sql<number>`count(*)::int` })
      .from(unitListRows)
      .innerJoin(bookings, eq(bookings.id, unitListRows.bookingId))
      .where(eq(unitListRows.listId, listId))
      .groupBy(bookings.status),
  );
  return Object.fromEntries(rows.map((row) => [row.status, row.n]));
}

/**
 * One list with a page of its lines, for the officers of its union: a draft as it was looked through,
 * with names as they were typed; a handed-in one with the union's own members by name, others masked,
 * each line with how it stands now. Throws NotFound for a list of another union.
 */
export async function getUnitList(ctx: Ctx, id: string, wish: Wish) {
  if (!isUuid(id)) throw new NotFound('unit_list');
  return read(ctx, async (tx) => {
    const own = canSubmitUnitList.organisationsOf(tx.actor);
    const [list] = await tx.db
      .select(columns)
      .from(unitLists)
      .innerJoin(offerings, eq(offerings.id, unitLists.offeringId))
      .innerJoin(offeringSessions, eq(offeringSessions.id, unitLists.sessionId))
      .innerJoin(sessionCapacity, eq(sessionCapacity.sessionId, unitLists.sessionId))
      .innerJoin(organisations, eq(organisations.id, unitLists.organisationId))
      .where(and(eq(unitLists.id, id), inScope(unitLists.organisationId, own)));
    if (!list) throw new NotFound('unit_list');
    const { rowsSealed, ...shown } = list;
    const lines = rowsSealed
      ? draftLines({ id, rowsSealed, kind: list.kind }, wish)
      : await storedLines(tx, list, wish);
    const progress = rowsSealed ? {} : await statusOfList(tx, id);
    const next = lines.length > PAGE ? (lines[PAGE - 1]?.rowNo ?? null) : null;
    return { ...shown, lines: lines.slice(0, PAGE), next, progress, now: tx.now };
  });
}

/** The lines of a draft as text to correct; null when it is no draft any more. */
export async function findDraftLines(ctx: Ctx, id: string | undefined): Promise<string | null> {
  if (!id || !isUuid(id)) return null;
  return read(ctx, async (tx) => {
    const own = canSubmitUnitList.organisationsOf(tx.actor);
    const [list] = await tx.db
      .select({ rowsSealed: unitLists.rowsSealed, kind: offerings.kind })
      .from(unitLists)
      .innerJoin(offerings, eq(offerings.id, unitLists.offeringId))
      .where(and(eq(unitLists.id, id), inScope(unitLists.organisationId, own)));
    if (!list?.rowsSealed) return null;
    const rows = draftRows.parse(JSON.parse(openField(list.rowsSealed, listAsTyped(id))));
    return linesAgain(rows, isForChildren(list.kind));
  });
}

export type UnitList = Awaited<ReturnType<typeof getUnitList>>;

/** As many as fit on one page of ticks; a longer roster is pasted or uploaded. */
const ROSTER = 500;

/** The union's roster to tick names in, in order of pinyin; `whole` is false when it is longer. */
export async function listRoster(ctx: Ctx, organisationId: string) {
  return read(ctx, async (tx) => {
    const own = canSubmitUnitList.organisationsOf(tx.actor);
    const rows = await tx.db.execute<{ id: string; name: string; phone: string }>(
      sql`select p.id, p.name, a.phone_tail as phone
        from memberships m join people p on p.id = m.person_id join accounts a on a.id = p.account_id
        where m.status <> 'left' and ${inScope(sql`m.organisation_id`, [organisationId])}
          and ${inScope(sql`m.organisation_id`, own)}
        order by p.pinyin, p.id limit ${ROSTER + 1}`,
    );
    return { people: rows.slice(0, ROSTER), whole: rows.length <= ROSTER };
  });
}
