import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { pickUpBearer, pickUpCode, pickUpCodes } from '@/db/schema/childcare';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { type ClassChild, type guardiansOf, pickUpListOf } from '../queries/class-child';
import {
  checkPickUpCode,
  type Fetcher,
  type PickUpCodeRefusal,
  WRONG_TRIES,
} from '../rules/pick-up';
import type { HandOverInput } from '../schema/class';

export type StopReason = 'stranger' | 'not_listed' | PickUpCodeRefusal;

export type Identified =
  | { readonly ok: true; readonly by: 'guardian' | 'listed' | 'code'; readonly person: Fetcher }
  | {
      readonly ok: false;
      readonly by: 'listed' | 'code' | 'stranger';
      readonly person: Fetcher | null;
      readonly reason: StopReason;
      /** Tries that a code still has. */
      readonly left: number;
    };

type Family = Awaited<ReturnType<typeof guardiansOf>>;

const no = (
  by: 'listed' | 'code' | 'stranger',
  reason: StopReason,
  left = 0,
  person: Fetcher | null = null,
): Identified => ({ ok: false, by, person, reason, left });

async function byCode(
  systemTx: Ctx,
  bookingId: string,
  typed: string,
  on: string,
): Promise<Identified> {
  const rows = await systemTx.db
    .select()
    .from(pickUpCodes)
    .where(eq(pickUpCodes.bookingId, bookingId))
    .for('update');
  const codes = rows.map((row) => ({
    ...row,
    code: openField(row.codeSealed, pickUpCode(row.id)),
  }));
  const verdict = checkPickUpCode(codes, typed, on);
  if (!verdict.ok) {
    const against = codes.find((c) => c.id === verdict.against);
    if (against) {
      await systemTx.db
        .update(pickUpCodes)
        .set({ wrongTries: sql`${pickUpCodes.wrongTries} + 1` })
        .where(eq(pickUpCodes.id, against.id));
    }
    return no('code', verdict.reason, against ? WRONG_TRIES - against.wrongTries - 1 : 0);
  }
  const code = codes.find((c) => c.id === verdict.id);
  const spent = await systemTx.db
    .update(pickUpCodes)
    .set({ usedAt: systemTx.now })
    .where(and(eq(pickUpCodes.id, verdict.id), isNull(pickUpCodes.usedAt)))
    .returning({ id: pickUpCodes.id });
  if (!code || spent.length === 0) return no('code', 'code_used');
  const name = openField(code.bearerSealed, pickUpBearer(code.id));
  return { ok: true, by: 'code', person: { name, relation: '临时接送人' } };
}

/**
 * Who stands at the door, as far as the list, the family or a one-day code says; spends the code.
 * Anyone else is refused. Run it as the system, inside the hand-over.
 */
export async function identifyFetcher(
  systemTx: Ctx,
  child: ClassChild,
  family: Family,
  input: HandOverInput,
  on: string,
): Promise<Identified> {
  if (input.by === 'code') return byCode(systemTx, child.bookingId, input.code, on);
  if (input.by === 'stranger') {
    const person = input.stranger ? { name: input.stranger, relation: '' } : null;
    return no('stranger', 'stranger', 0, person);
  }
  const [kind, key] = input.who.split(':');
  const guardian = kind === 'guardian' && family.find((one) => one.id === key);
  if (guardian) {
    const { name, relation } = guardian;
    return { ok: true, by: 'guardian', person: { name, relation } };
  }
  const listed = (await pickUpListOf(systemTx, child)).find((one) => one.key === key);
  if (!listed) return no('listed', 'not_listed');
  return { ok: true, by: 'listed', person: { name: listed.name, relation: listed.relation } };
}
