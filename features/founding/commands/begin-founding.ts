import 'server-only';
import { and, eq, isNull, or } from 'drizzle-orm';
import { foundingEmployers, foundings } from '@/db/schema/foundings';
import { employers, organisations } from '@/db/schema/organisations';
import { findEntry } from '@/features/employer-register/queries/entries';
import { organisationPath } from '@/features/organisations/queries/scope';
import { mayContain } from '@/features/organisations/rules/kinds';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound, violates } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { ok, type Refusal, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canPrepareFounding } from '../policy';
import type { AddFirmInput, BeginFoundingInput, RemoveFirmInput } from '../schema/founding';
import { appendAction } from '../steps/append-action';
import { lockFounding, movedOn } from './lock-founding';
import { contactColumns } from './set-contact';

type Taken = { foundingId: string };
type FirmRefusal = 'founded_already' | 'not_entered' | 'being_founded' | 'ended';

/** The employer's entry in the officer's area, or why it cannot take part. */
async function freeFirm(tx: Ctx, employerId: string) {
  const entry = await findEntry(tx, employerId);
  if (!entry) return refuse('not_entered');
  if (entry.status === 'founded') return refuse('founded_already');
  if (entry.status === 'preparing') return refuse('being_founded');
  return entry.status === 'ended' ? refuse('ended') : entry;
}

const isRefused = (found: object): found is Refusal<FirmRefusal> => 'reason' in found;

/**
 * Begins 建会 with an employer of the register as its lead.
 * Throws NotFound for an employer that is not in the officer's register (`not_entered`).
 * Refuses `founded_already`, `being_founded` and `ended` of the employer; `bad_parent` for a union that is
 * closed or may have none of this kind below it.
 */
export async function beginFounding(
  ctx: Ctx,
  { employerId, form, name, parentId, ...contact }: BeginFoundingInput,
): Promise<Result<Taken, FirmRefusal | 'bad_parent'>> {
  try {
    return await transaction(
      ctx,
      async (tx): Promise<Result<Taken, FirmRefusal | 'bad_parent'>> => {
        const entry = await freeFirm(tx, employerId);
        if (isRefused(entry)) {
          if (entry.reason === 'not_entered') throw new NotFound('register entry');
          return entry;
        }
        authorize(canPrepareFounding(tx.actor, await organisationPath(tx, entry.placeId)));
        const [parent] = await tx.db
          .select({ kind: organisations.kind })
          .from(organisations)
          .where(and(eq(organisations.id, parentId), isNull(organisations.closedAt)));
        const kind = form === 'joint_union' ? 'joint_union' : 'grassroots_union';
        if (!parent || parent.kind.endsWith('_union') || !mayContain(parent.kind, kind))
          return refuse('bad_parent', { fieldErrors: { parentId: '请重新选择上级工会' } });
        const id = newId();
        await tx.db.insert(foundings).values({
          ...{ id, placeId: entry.placeId, parentId, form, name },
          ...contactColumns(id, contact),
          createdBy: accountOf(tx.actor),
          createdAt: tx.now,
        });
        await tx.db.insert(foundingEmployers).values({ foundingId: id, employerId });
        const doneOn = todayOn(tx.now);
        await appendAction(tx, id, { step: 'lead', position: 1, doneOn });
        await recordAudit(tx, {
          action: 'begin_founding',
          entityType: 'founding',
          entityId: id,
          organisationId: entry.placeId,
          after: { name, form, employer: entry.name },
        });
        return ok({ foundingId: id });
      },
    );
  } catch (error) {
    if (violates(error, 'founding_employers_open_idx')) return refuse('being_founded');
    throw error;
  }
}

const early = ['lead', 'applied', 'approved', 'members'];

/**
 * Takes another employer into a joint founding, by its code or its whole name. Throws NotFound for a founding
 * outside the officer's area.
 * Refuses `moved_on`; `too_late` once candidates were reported; `one_only` where the form is no joint union;
 * `not_entered`, `founded_already`, `being_founded` and `ended` of the employer.
 */
export async function addFirm(
  ctx: Ctx,
  { foundingId, position, firm }: AddFirmInput,
): Promise<Result<Taken, FirmRefusal | 'moved_on' | 'too_late' | 'one_only'>> {
  const at = (words: string) => ({ fieldErrors: { firm: words } });
  try {
    return await transaction(
      ctx,
      async (tx): Promise<Result<Taken, FirmRefusal | 'moved_on' | 'too_late' | 'one_only'>> => {
        const founding = await lockFounding(tx, foundingId, canPrepareFounding);
        const moved = movedOn(founding, position);
        if (moved) return moved;
        if (founding.kind !== 'founding' || !early.includes(founding.step))
          return refuse('too_late');
        if (founding.form !== 'joint_union') return refuse('one_only');
        const [known] = await tx.db
          .select({ id: employers.id })
          .from(employers)
          .where(or(eq(employers.uscc, firm.toUpperCase()), eq(employers.name, firm)))
          .limit(1);
        const entry = known ? await freeFirm(tx, known.id) : refuse('not_entered');
        if (isRefused(entry)) return { ...entry, ...at('请看上面') };
        await tx.db.insert(foundingEmployers).values({ foundingId, employerId: entry.id });
        await recordAudit(tx, {
          action: 'add_founding_firm',
          entityType: 'founding',
          entityId: foundingId,
          organisationId: founding.placeId,
          after: { employer: entry.name },
        });
        return ok({ foundingId });
      },
    );
  } catch (error) {
    if (violates(error, 'founding_employers_open_idx')) return refuse('being_founded');
    throw error;
  }
}

/**
 * Takes an employer out of a joint founding again. Throws NotFound for a founding outside the officer's area,
 * or an employer that is not in it.
 * Refuses `moved_on`; `too_late` once candidates were reported; `last_firm` for the only one.
 */
export const removeFirm = (
  ctx: Ctx,
  { foundingId, position, employerId }: RemoveFirmInput,
): Promise<Result<Taken, 'moved_on' | 'too_late' | 'last_firm'>> =>
  transaction(ctx, async (tx): Promise<Result<Taken, 'moved_on' | 'too_late' | 'last_firm'>> => {
    const founding = await lockFounding(tx, foundingId, canPrepareFounding);
    const moved = movedOn(founding, position);
    if (moved) return moved;
    if (founding.kind !== 'founding' || !early.includes(founding.step)) return refuse('too_late');
    const firm = founding.firms.find(({ id }) => id === employerId);
    if (!firm) throw new NotFound('employer');
    if (founding.firms.length === 1) return refuse('last_firm');
    await tx.db
      .delete(foundingEmployers)
      .where(
        and(
          eq(foundingEmployers.foundingId, foundingId),
          eq(foundingEmployers.employerId, employerId),
        ),
      );
    await recordAudit(tx, {
      action: 'remove_founding_firm',
      entityType: 'founding',
      entityId: foundingId,
      organisationId: founding.placeId,
      before: { employer: firm.name },
    });
    return ok({ foundingId });
  });
