import 'server-only';
import {
  and,
  asc,
  count,
  eq,
  gte,
  inArray,
  isNull,
  lte,
  notInArray,
  type SQL,
  sql,
} from 'drizzle-orm';
import { registerEntries } from '@/db/schema/employer-register';
import { employers, organisations } from '@/db/schema/organisations';
import { employerMatches } from '@/features/organisations/queries/find-employers';
import { inScope } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { isUuid } from '@/lib/ids';
import { partsInOrder } from '@/lib/list-parts';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import { canSeeRegister } from '../policy';
import type { RegisterStatus } from '../rules/status';
import type { RegisterFilter } from '../schema/entry';
import { registerBar } from '../settings';
import { shownStatus } from './entry-status';
import { officerNames } from './keepers';

const PAGE = 25;

const columns = {
  id: registerEntries.employerId,
  placeId: registerEntries.placeId,
  name: employers.name,
  uscc: employers.uscc,
  townId: employers.townId,
  town: organisations.name,
  townKind: organisations.kind,
  industry: employers.industry,
  address: employers.address,
  source: registerEntries.source,
  origin: registerEntries.origin,
  enteredOn: registerEntries.enteredOn,
  listedOn: registerEntries.listedOn,
  status: shownStatus(),
  statusReason: registerEntries.statusReason,
  staffCount: registerEntries.staffCount,
  staffCountedOn: registerEntries.staffCountedOn,
  staffEvidence: registerEntries.staffEvidence,
  responsibleId: registerEntries.responsibleId,
  nextVisitOn: registerEntries.nextVisitOn,
  version: registerEntries.version,
};

const found = (tx: Ctx) =>
  tx.db
    .select(columns)
    .from(registerEntries)
    .innerJoin(employers, eq(employers.id, registerEntries.employerId))
    .innerJoin(organisations, eq(organisations.id, registerEntries.placeId));

/** A condition over `register_entries`: what this officer sees. */
export const seenEntries = (tx: Ctx): SQL =>
  inScope(registerEntries.placeId, canSeeRegister.organisationsOf(tx.actor));

const over: RegisterStatus[] = ['founded', 'ended'];

async function asked(tx: Ctx, filter: RegisterFilter): Promise<SQL | undefined> {
  const { bar } = await readSettings(tx, { bar: registerBar });
  const { q, view, town, status, origin, source } = filter;
  return and(
    seenEntries(tx),
    q ? employerMatches(q) : undefined,
    town ? eq(registerEntries.placeId, town) : undefined,
    origin ? eq(registerEntries.origin, origin) : undefined,
    source ? eq(registerEntries.source, source) : undefined,
    status ? eq(shownStatus(), status) : undefined,
    view === 'due' ? lte(registerEntries.nextVisitOn, todayOn(tx.now)) : undefined,
    view === 'large' ? gte(registerEntries.staffCount, bar) : undefined,
    view === 'unassigned' ? isNull(registerEntries.responsibleId) : undefined,
    view === 'all' || status ? undefined : notInArray(shownStatus(), over),
  );
}

type Found = Awaited<ReturnType<typeof found>>[number];

/** The rows with who is responsible by name; null where nobody is. */
async function named<R extends Found>(tx: Ctx, rows: readonly R[]) {
  const ids = rows.map(({ responsibleId }) => responsibleId);
  const names = await officerNames(tx, ids);
  return rows.map((row) => ({
    ...row,
    responsible: (row.responsibleId && names.get(row.responsibleId)) || null,
  }));
}

/** Sorted by ids alone: what is shown is read for one page. */
const idsInOrder = (tx: Ctx, where: SQL | undefined) =>
  tx.db
    .select({ id: registerEntries.employerId })
    .from(registerEntries)
    .innerJoin(employers, eq(employers.id, registerEntries.employerId))
    .where(where)
    .orderBy(
      sql`${registerEntries.nextVisitOn} nulls last`,
      asc(employers.pinyin),
      asc(employers.id),
    )
    .$dynamic();

/** The rows of these employers. */
const rowsOf = async (tx: Ctx, ids: readonly string[]) =>
  named(tx, await found(tx).where(inArray(registerEntries.employerId, [...ids])));

/**
 * A page of 企业台账, 25 a page: the next visit first, those without one last, then in order of pinyin. A page
 * beyond the last is the last.
 */
export const listRegister = (ctx: Ctx, filter: RegisterFilter) =>
  read(ctx, async (tx) => {
    const where = await asked(tx, filter);
    const [counted] = await tx.db
      .select({ n: count() })
      .from(registerEntries)
      .innerJoin(employers, eq(employers.id, registerEntries.employerId))
      .where(where);
    const total = counted?.n ?? 0;
    const pages = Math.max(1, Math.ceil(total / PAGE));
    const page = Math.min(filter.page, pages);
    const order = await idsInOrder(tx, where)
      .limit(PAGE)
      .offset((page - 1) * PAGE);
    const ids = order.map(({ id }) => id);
    const rows = ids.length === 0 ? [] : await rowsOf(tx, ids);
    return {
      rows: rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
      total,
      page,
      pages,
    };
  });

/** How many rows the whole list has. */
export const countRegister = async (tx: Ctx, filter: RegisterFilter): Promise<number> => {
  const [counted] = await tx.db
    .select({ n: count() })
    .from(registerEntries)
    .innerJoin(employers, eq(employers.id, registerEntries.employerId))
    .where(await asked(tx, filter));
  return counted?.n ?? 0;
};

/**
 * The whole list of `listRegister` for a file, so many rows at a time in the order in which it stood when it was
 * begun; whoever takes it slowly holds no connection. The caller has recorded it.
 */
export const registerParts = (
  ctx: Ctx,
  filter: RegisterFilter,
  size: number,
): AsyncGenerator<RegisterRow[]> =>
  partsInOrder(ctx, size, {
    ids: async (tx) => idsInOrder(tx, await asked(tx, filter)),
    rows: rowsOf,
  });

export type RegisterPage = Awaited<ReturnType<typeof listRegister>>;
export type RegisterRow = RegisterPage['rows'][number];

/** The entry of one employer in the officer's area; null for another's, exactly as when there is none. */
export async function findEntry(ctx: Ctx, employerId: string): Promise<RegisterRow | null> {
  if (!isUuid(employerId)) return null;
  return read(ctx, async (tx) => {
    const rows = await found(tx).where(
      and(eq(registerEntries.employerId, employerId), seenEntries(tx)),
    );
    const [row] = await named(tx, rows);
    return row ?? null;
  });
}
