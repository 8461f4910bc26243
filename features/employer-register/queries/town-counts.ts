import 'server-only';
import { asc, eq, type SQL, sql } from 'drizzle-orm';
import { registerEntries } from '@/db/schema/employer-register';
import { employers, organisations } from '@/db/schema/organisations';
import { placeName } from '@/features/organisations/rules/place-name';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import { registerBar } from '../settings';
import { seenEntries } from './entries';
import { shownStatus } from './entry-status';

const numbers = [
  'total',
  'open',
  'large',
  'visits',
  'unassigned',
  'founded',
  'due',
  'uncounted',
  'found',
  'foundFounded',
] as const;
type Counts = Record<(typeof numbers)[number], number>;

export interface TownCounts extends Counts {
  readonly placeId: string;
  readonly name: string;
}

const none = (): Counts => Object.fromEntries(numbers.map((n) => [n, 0])) as Counts;

/**
 * What the register holds, town by town in their official order, and of all: employers, those without a union
 * (`open`), of them with so many staff (`large`), visits due today or late, without a responsible officer, founded, 应建会 (`due`, see `bar`), in
 * business without a head count, and of those found outside the list how many there are and are founded.
 */
export const readTownCounts = (ctx: Ctx) =>
  read(ctx, async (tx) => {
    const { bar } = await readSettings(tx, { bar: registerBar });
    const { staffCount, nextVisitOn, responsibleId, origin, placeId } = registerEntries;
    // The state of each is worked out once, below what counts it.
    const entries = tx.db
      .select({
        placeId,
        status: sql<string>`${shownStatus()}`.as('shown'),
        staff: sql<number | null>`${staffCount}`.as('staff'),
        late: sql<boolean>`${nextVisitOn} <= ${todayOn(tx.now)}::date`.as('late'),
        unassigned: sql<boolean>`${responsibleId} is null`.as('unassigned'),
        found: sql<boolean>`${origin} = 'found'`.as('found'),
      })
      .from(registerEntries)
      .innerJoin(employers, eq(employers.id, registerEntries.employerId))
      .where(seenEntries(tx))
      .as('entries');
    const { status, staff, late, unassigned, found } = entries;
    const isFounded = sql`${status} = 'founded'`;
    const isOpen = sql`${status} not in ('founded', 'ended')`;
    const counted = (condition: SQL) => sql<number>`count(*) filter (where ${condition})::int`;
    const rows = await tx.db
      .select({
        placeId: entries.placeId,
        name: organisations.name,
        kind: organisations.kind,
        total: sql<number>`count(*)::int`,
        open: counted(isOpen),
        large: counted(sql`${isOpen} and ${staff} >= ${bar}`),
        visits: counted(sql`${isOpen} and ${late}`),
        unassigned: counted(sql`${isOpen} and ${unassigned}`),
        founded: counted(isFounded),
        due: counted(
          sql`${isFounded} or (${status} not in ('ended', 'unfit') and ${staff} >= ${bar})`,
        ),
        uncounted: counted(sql`${isOpen} and ${staff} is null`),
        found: counted(sql`${found}`),
        foundFounded: counted(sql`${found} and ${isFounded}`),
      })
      .from(entries)
      .innerJoin(organisations, eq(organisations.id, entries.placeId))
      .groupBy(entries.placeId, organisations.id)
      .orderBy(sql`${organisations.areaCode} nulls last`, asc(organisations.sortKey));
    const towns: TownCounts[] = rows.map(({ name, kind, ...row }) => ({
      ...row,
      name: kind === 'town_federation' ? placeName(name) : '区直',
    }));
    const all = towns.reduce((sum, town) => {
      for (const n of numbers) sum[n] += town[n];
      return sum;
    }, none());
    return { towns, all, bar };
  });

export type RegisterCounts = Awaited<ReturnType<typeof readTownCounts>>;
