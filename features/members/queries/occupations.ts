import 'server-only';
import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm';
import { occupations } from '@/db/schema/membership';
import type { Ctx } from '@/lib/ctx';

export type Occupation = Awaited<ReturnType<typeof listOccupations>>[number];

const inForce = (today: string) =>
  and(
    lte(occupations.validFrom, today),
    or(isNull(occupations.validTo), gte(occupations.validTo, today)),
  );

/**
 * The dictionary in force today (domain.md §1.3), 新就业形态 first. Whoever stores a code stores the
 * version beside it, so that a report can be made again.
 * @param today `YYYY-MM-DD`
 */
export async function listOccupations(ctx: Ctx, today: string) {
  return ctx.db
    .select({
      code: occupations.code,
      version: occupations.version,
      name: occupations.name,
      isNewForm: occupations.isNewForm,
      inEightGroups: occupations.inEightGroups,
    })
    .from(occupations)
    .where(inForce(today))
    .orderBy(asc(occupations.sort));
}

/** One occupation of the dictionary as of a day; null for a code that is not in it. */
export async function findOccupation(
  ctx: Ctx,
  code: string,
  today: string,
): Promise<Occupation | null> {
  const all = await listOccupations(ctx, today);
  return all.find((occupation) => occupation.code === code) ?? null;
}

/** The name an occupation had in the version that was stored with it; null for an unknown one. */
export async function occupationName(
  ctx: Ctx,
  code: string | null,
  version: string | null,
): Promise<string | null> {
  if (code === null || version === null) return null;
  const [row] = await ctx.db
    .select({ name: occupations.name })
    .from(occupations)
    .where(and(eq(occupations.code, code), eq(occupations.version, version)));
  return row?.name ?? null;
}
