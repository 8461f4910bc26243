import 'server-only';
import { and, asc, eq, ilike, isNull, like, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { employers, organisations } from '@/db/schema/organisations';
import { normaliseNumber } from '@/lib/china/id/normalise';
import type { Ctx } from '@/lib/ctx';
import { escapeLike } from '@/lib/text';

const unions = alias(organisations, 'unions');
const towns = alias(organisations, 'towns');

const facts = {
  id: employers.id,
  name: employers.name,
  address: employers.address,
  unionId: unions.id,
  unionName: unions.name,
  townId: employers.townId,
  townName: towns.shortName,
};

const found = (ctx: Ctx) =>
  ctx.db
    .select(facts)
    .from(employers)
    .leftJoin(unions, and(eq(unions.id, employers.unionId), isNull(unions.closedAt)))
    .leftJoin(towns, eq(towns.id, employers.townId));

export type FoundEmployer = Awaited<ReturnType<typeof found>>[number];

/**
 * Letters as the beginning of a syllable and on through the next ones: `ang` is not in 某港 (mou gang),
 * `gangj` is in 某港江南. One or two letters begin the name itself.
 */
function readsAs(letters: string): SQL | undefined {
  const anywhere = letters.length >= 3;
  const within = like(
    sql`replace(${employers.pinyin}, ' ', '')`,
    `${anywhere ? '%' : ''}${letters}%`,
  );
  // The trigram index finds the letters; the pattern then looks where they begin.
  const pattern = `${anywhere ? '(^| )' : '^'}${[...letters].join(' ?')}`;
  return and(within, sql`${employers.pinyin} ~ ${pattern}`);
}

/**
 * A WHERE condition: a credit code from six characters on, or part of the name, its pinyin from the
 * beginning of a syllable, or its initials. Three letters and more go through the trigram indexes; one
 * or two are taken as the beginning.
 */
export function employerMatches(query: string): SQL | undefined {
  const code = normaliseNumber(query);
  if (/^(?=.*\d)[0-9A-Z]{6,18}$/.test(code)) return like(employers.uscc, `${code}%`);
  const part = `%${escapeLike(query)}%`;
  const letters = query.toLowerCase().replace(/[\s'’]/g, '');
  if (!/^[a-z0-9]+$/.test(letters)) return ilike(employers.name, part);
  const typed = letters.length < 3 ? `${letters}%` : `%${letters}%`;
  return or(readsAs(letters), like(employers.initials, typed), ilike(employers.name, part));
}

/**
 * Employers a worker may mean by what was typed: part of the name, pinyin, initials, or 统一社会信用代码.
 * @param query as typed; one character alone finds nothing
 * @returns at most `limit`, those that begin with the query first
 */
export async function findEmployers(ctx: Ctx, query: string, limit = 20): Promise<FoundEmployer[]> {
  const typed = query.normalize('NFKC').trim();
  if ([...typed].length < 2) return [];
  const begins = sql`${employers.name} ilike ${`${escapeLike(typed)}%`}`;
  return found(ctx)
    .where(and(isNull(employers.closedAt), employerMatches(typed)))
    .orderBy(sql`${begins} desc`, asc(employers.pinyin), asc(employers.id))
    .limit(limit);
}

/** One employer still in business; null for one that is closed or unknown. */
export async function findEmployer(ctx: Ctx, id: string): Promise<FoundEmployer | null> {
  const [row] = await found(ctx).where(and(eq(employers.id, id), isNull(employers.closedAt)));
  return row ?? null;
}
