import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { registerEntries } from '@/db/schema/employer-register';
import { employers } from '@/db/schema/organisations';
import { getFederation, listTowns } from '@/features/organisations/queries/organisations';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { violates } from '@/lib/errors';
import { ok, type Refusal, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canKeepRegister } from '../policy';
import { isKeeperAt } from '../queries/keepers';
import type { EnterEmployerInput } from '../schema/entry';
import { auditEntry, enterEntries } from '../steps/enter-entries';

type Refused = 'already_entered' | 'elsewhere' | 'not_a_town' | 'not_a_keeper' | 'future';

/** An employer in business with this code, or without one of this very name in this town; null for a new one. */
async function findKnown(tx: Ctx, { uscc, name, townId }: EnterEmployerInput) {
  const same = uscc
    ? eq(employers.uscc, uscc)
    : and(
        eq(employers.name, name),
        townId ? eq(employers.townId, townId) : isNull(employers.townId),
      );
  const [row] = await tx.db
    .select({ id: employers.id, townId: employers.townId })
    .from(employers)
    .where(and(same, uscc ? undefined : isNull(employers.closedAt)))
    .orderBy(employers.createdAt)
    .limit(1);
  return row ?? null;
}

const at = (field: string, words: string) => ({ fieldErrors: { [field]: words } });

async function refusedFacts(
  tx: Ctx,
  input: EnterEmployerInput,
  place: string,
): Promise<Refusal<Refused> | null> {
  const today = todayOn(tx.now);
  if (input.enteredOn > today) return refuse('future', at('enteredOn', '不能是将来的日期'));
  if (input.staffCountedOn && input.staffCountedOn > today)
    return refuse('future', at('staffCountedOn', '不能是将来的日期'));
  if (input.responsibleId && !(await isKeeperAt(tx, input.responsibleId, place)))
    return refuse('not_a_keeper', at('responsibleId', '请重新选择'));
  return null;
}

/**
 * Enters an employer into 企业台账: one that is registered by its code (or name, where it has none), or a new
 * one. 台账内、外 is what it was on this day, for ever.
 * @audited-by auditEntry
 * Refuses `already_entered` with the day; `elsewhere` for one that lies in another town; `not_a_town`;
 * `not_a_keeper` for a responsible officer without the right there; `future`.
 */
export async function enterEmployer(
  ctx: Ctx,
  input: EnterEmployerInput,
): Promise<Result<{ employerId: string }, Refused>> {
  try {
    return await transaction(ctx, (tx) => enter(tx, input));
  } catch (error) {
    if (!violates(error, 'register_entries_pkey') && !violates(error, 'employers_uscc_idx'))
      throw error;
    return refuse('already_entered', at('uscc', '刚刚有人登记了这一家'));
  }
}

async function enter(
  tx: Ctx,
  input: EnterEmployerInput,
): Promise<Result<{ employerId: string }, Refused>> {
  const place = input.townId ?? (await getFederation(tx)).id;
  authorize(canKeepRegister(tx.actor, await organisationPath(tx, place)));
  if (input.townId && !(await listTowns(tx)).some(({ id }) => id === input.townId))
    return refuse('not_a_town', at('townId', '请重新选择'));
  const refused = await refusedFacts(tx, input, place);
  if (refused) return refused;
  const known = await findKnown(tx, input);
  if (known && known.townId !== input.townId)
    return refuse('elsewhere', at('townId', '用人单位名录里它在别的镇街，请先到“用人单位”核对'));
  if (known && (await isEntered(tx, known.id)))
    return refuse('already_entered', at(input.uscc ? 'uscc' : 'name', '台账里已有这一家'));
  const entry = {
    ...input,
    ...{ staffCount: input.staffCount ?? null, knownId: known?.id ?? null, placeId: place },
  };
  const [employerId = ''] = await enterEntries(tx, [entry], accountOf(tx.actor));
  await auditEntry(tx, employerId, entry);
  return ok({ employerId });
}

const isEntered = async (tx: Ctx, employerId: string): Promise<boolean> =>
  (await tx.db.$count(registerEntries, sql`${registerEntries.employerId} = ${employerId}`)) > 0;
