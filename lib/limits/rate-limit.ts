import 'server-only';
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Ctx } from '../ctx';
import { numberSetting } from '../settings';

export interface Limit {
  /** What is counted, e.g. `sms_hour`. */
  readonly scope: string;
  readonly most: number;
  readonly seconds: number;
}

/** Whose attempts are counted together: narrow for a phone, a device or an account, wide for an address. */
export type Counted = 'phone' | 'device' | 'account' | 'address' | 'everybody';

/** A limit that officers can change: the setting `limit_<scope>` holds how many. */
export interface DeclaredLimit extends Limit {
  readonly per: Counted;
}

const declared = new Map<string, DeclaredLimit>();

const bounds: Record<Counted, { min: number; max: number }> = {
  phone: { min: 1, max: 100 },
  device: { min: 1, max: 1000 },
  account: { min: 1, max: 1000 },
  // Thousands of phones share one address of a carrier: too narrow a number locks a town out.
  address: { min: 20, max: 100_000 },
  everybody: { min: 20, max: 1_000_000 },
};

/** Declares how many attempts within `seconds` are too many; `label` is what 设置 shows. */
export function declareLimit(limit: DeclaredLimit & { label: string }): DeclaredLimit {
  const { label, ...made } = limit;
  numberSetting({ key: `limit_${made.scope}`, label, fallback: made.most, ...bounds[made.per] });
  declared.set(made.scope, made);
  return made;
}

/** Every limit declared so far; a test walks through all of them. */
export const declaredLimits = (): DeclaredLimit[] => [...declared.values()];

/** How a subject is stored: phones and addresses are never kept as such. */
export const hashSubject = (subject: string): string =>
  createHash('sha256').update(subject).digest('hex');

/**
 * Counts one attempt and says whether it is still within the limit; one statement (security.md §4.2), so it
 * holds over all processes. Runs on its own, not in the caller's transaction: a refused attempt counts.
 * How many there may be is what 设置 says, else what was declared.
 * @param subject phone index, account id or address; stored as a hash only
 * @returns seconds to wait, 0 when allowed
 */
export async function countAttempt(ctx: Ctx, limit: Limit, subject: string): Promise<number> {
  const { scope, seconds, most } = limit;
  const [row] = await ctx.db.execute<{ wait: number }>(sql`select count_attempt(
    ${scope}, ${hashSubject(subject)}, ${seconds}::int, ${most}::int) as wait`);
  return row?.wait ?? 0;
}

/** Seconds to wait before the next attempt, without counting one; for limits on failures only. */
export async function secondsLocked(ctx: Ctx, limit: Limit, subject: string): Promise<number> {
  const { scope, seconds, most } = limit;
  const [row] = await ctx.db.execute<{ wait: number }>(sql`select seconds_locked(
    ${scope}, ${hashSubject(subject)}, ${seconds}::int, ${most}::int) as wait`);
  return Math.max(0, row?.wait ?? 0);
}

/** Forgets the attempts counted so far: the person proved to be who they say. */
export async function resetAttempts(ctx: Ctx, limit: Limit, subject: string): Promise<void> {
  await ctx.db.execute(sql`select forgive_attempts(${limit.scope}, ${hashSubject(subject)})`);
}
