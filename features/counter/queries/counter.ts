import 'server-only';
import { and, asc, inArray, isNull } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import { secondsUntilResend } from '@/features/identity/queries/code-wait';
import { listOccupations } from '@/features/members/queries/occupations';
import { inScope } from '@/features/organisations/queries/scope';
import { phoneOfTicket } from '@/lib/auth/phone-ticket';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { maskPhone } from '@/lib/format';
import { read } from '@/lib/transaction';
import { canEnterApplication } from '../policy';
import { memberKinds } from '../rules/counter';

/**
 * Unions within this officer's scope that a worker can join. In the order of the tree.
 */
export async function listCounterUnions(ctx: Ctx) {
  return ctx.db
    .select({ id: organisations.id, name: organisations.name, kind: organisations.kind })
    .from(organisations)
    .where(
      and(
        inScope(organisations.id, canEnterApplication.organisationsOf(ctx.actor)),
        inArray(organisations.kind, [...memberKinds]),
        isNull(organisations.closedAt),
      ),
    )
    .orderBy(asc(organisations.sortKey), asc(organisations.id));
}

/** What the second step of 代办 shows, or null when its address is stale or from another browser. */
export async function readCounter(ctx: Ctx, to: string) {
  const phone = phoneOfTicket(ctx, to);
  if (phone === null) return null;
  return read(ctx, async (tx) => ({
    maskedPhone: maskPhone(phone),
    seconds: await secondsUntilResend(tx, 'counter'),
    unions: await listCounterUnions(tx),
    occupations: await listOccupations(tx, todayOn(tx.now)),
    today: todayOn(tx.now),
  }));
}

export type CounterScreen = NonNullable<Awaited<ReturnType<typeof readCounter>>>;
