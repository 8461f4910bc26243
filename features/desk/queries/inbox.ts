import 'server-only';
import { sql } from 'drizzle-orm';
import { placeName } from '@/features/organisations/rules/place-name';
import { recordAudit } from '@/lib/audit';
import { readWorkCalendar } from '@/lib/calendar/work-calendar';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { isUuid } from '@/lib/ids';
import { read, readOnRecord } from '@/lib/transaction';
import { type Age, ageOf, countedUpTo } from '../rules/age';
import { type InboxFilter, type Matter, viewOf } from '../schema/inbox';
import { type Cursor, inboxStatement } from './inbox-statement';

export interface InboxItem {
  /** In the address: the application's id, or `b-` and the booking's. */
  readonly ref: string;
  readonly id: string;
  readonly kind: Matter;
  readonly title: string;
  readonly number: string | null;
  readonly about: string;
  readonly place: string;
  readonly status: string;
  readonly version: number;
  readonly unread: boolean;
  readonly escalated: boolean;
  /** Who has taken it on. */
  readonly taken: string | null;
  readonly cameAt: Date;
  /** Until when it is to be answered, `YYYY-MM-DD`; null where nothing says. */
  readonly dueOn: string | null;
  readonly age: Age | null;
}

interface Row extends Record<string, unknown> {
  id: string;
  kind: Matter;
  title: string | null;
  number: string | null;
  about: string;
  place: string | null;
  status: string;
  version: number;
  unread: boolean;
  escalated: boolean;
  taken: string | null;
  came_at: string;
  due_on: string | null;
  key: string;
}

const pageSize = 30;

function cursorOf(after: string | undefined): Cursor | null {
  const [id = '', key = ''] = (after ?? '').split('~');
  const sound =
    isUuid(id) && (key === '' || /^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d\.\d{6})?$/.test(key));
  return sound ? { id, key } : null;
}

const waits = (status: string) => ['submitted', 'in_review', 'pending'].includes(status);

/**
 * A page of what waits for this officer, applications and bookings together, or of what was sent back,
 * done, or searched. One statement; scope and filters are in its WHERE; the next page starts after the
 * last row of this one. A search by document number is on record.
 * In the order of the view; `after` is the cursor of the next page, null on the last.
 */
export async function listInbox(
  ctx: Ctx,
  filter: InboxFilter,
): Promise<{ items: InboxItem[]; after: string | null }> {
  const cursor = cursorOf(filter.after);
  const asked = { filter, cursor, today: todayOn(ctx.now), limit: pageSize + 1 };
  const made = inboxStatement(ctx.actor, asked);
  // A cursor of another order means nothing here.
  const odd = cursor !== null && (viewOf(filter) === 'all') !== (cursor.key === '');
  if (!made || odd) return { items: [], after: null };
  const run = made.byDocument ? readOnRecord : read;
  return run(ctx, async (tx) => {
    const rows = await tx.db.execute<Row>(made.statement);
    if (made.byDocument) {
      await recordAudit(tx, {
        action: 'search_by_id_number',
        entityType: 'inbox',
        entityId: 'search',
        after: { found: rows.length },
      });
    }
    return pageOf(tx, rows, pageSize);
  });
}

/** The first rows as items, and the cursor of what comes after them; null where that was all. */
async function pageOf(tx: Ctx, rows: readonly Row[], size: number) {
  const calendar = await readWorkCalendar(tx);
  const today = todayOn(tx.now);
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  return {
    after: last ? `${last.id}~${last.key}` : null,
    items: page.map(
      ({ came_at, due_on, key: _key, ...row }): InboxItem => ({
        ...row,
        ref: row.kind === 'membership' ? row.id : `b-${row.id}`,
        title: row.title ?? '未填姓名',
        place: row.place?.endsWith('总工会') ? placeName(row.place) : (row.place ?? ''),
        cameAt: new Date(came_at),
        dueOn: due_on,
        age: waits(row.status) ? ageOf(due_on, today, calendar) : null,
      }),
    ),
  };
}

/** How many rows the whole list of `listInbox` has, up to one more than `most`. */
export const countListed = (tx: Ctx, filter: InboxFilter, most: number): Promise<number> =>
  countRows(tx, { ...filter, after: undefined }, most + 1);

/**
 * The whole list of `listInbox` for a file, so many rows at a time, each part read by itself. The caller has recorded it.
 */
export async function* inboxParts(
  ctx: Ctx,
  filter: InboxFilter,
  size: number,
): AsyncGenerator<InboxItem[]> {
  let after: string | null | undefined;
  do {
    const asked = { filter, cursor: cursorOf(after ?? undefined), today: todayOn(ctx.now) };
    const made = inboxStatement(ctx.actor, { ...asked, limit: size + 1 });
    if (!made) return;
    const part = await read(ctx, async (tx) =>
      pageOf(tx, await tx.db.execute<Row>(made.statement), size),
    );
    if (part.items.length > 0) yield part.items;
    after = part.after;
  } while (after);
}

async function countRows(tx: Ctx, filter: InboxFilter, limit: number): Promise<number> {
  const asked = { filter, cursor: null, today: todayOn(tx.now), limit };
  const made = inboxStatement(tx.actor, asked);
  if (!made) return 0;
  const [row] = await tx.db.execute<{ n: number }>(
    sql`select count(*)::int as n from (${made.statement}) counted`,
  );
  return row?.n ?? 0;
}

/**
 * How many cases a narrowed list holds, so that a figure of the dashboard and the list it opens can be
 * compared; counted no further than `countedUpTo + 1`. Null where the list is not narrowed, or searched.
 */
export async function countNarrowed(ctx: Ctx, filter: InboxFilter): Promise<number | null> {
  const { kind, town, overdue, mine, from, q } = filter;
  if (q !== '' || !(kind || town || overdue || mine || from)) return null;
  return read(ctx, (tx) => countRows(tx, filter, countedUpTo + 1));
}
