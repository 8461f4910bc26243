import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { childBirth, childDocument, childName, children, guardians } from '@/db/schema/family';
import { recordConsent } from '@/features/identity/steps/record-consent';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { identityDocumentMessage } from '@/lib/china/id/messages';
import { parseIdentityDocument } from '@/lib/china/id/parse';
import { maskName, parsePersonName, personNameMessages } from '@/lib/china/person-name';
import { sealField } from '@/lib/crypto/field';
import { documentIndex } from '@/lib/crypto/indexes';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { violates } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { countAttempt } from '@/lib/limits/rate-limit';
import { ok, type Refusal, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { canKeepFamily } from '../policy';
import { birthMessages, refuseBirth } from '../rules/children';
import { childConsent } from '../rules/consents';
import type { AddChildInput } from '../schema/family';
import { childLimit } from '../settings';

type AddRefusal = 'invalid' | 'not_checked' | 'already_yours' | 'too_many';

interface Identity {
  readonly name: string;
  readonly normalised: string;
  readonly masked: string;
  readonly birthOn: string;
  readonly sex: 'male' | 'female';
}

const invalid = (fieldErrors: Record<string, string>): Refusal<AddRefusal> =>
  refuse('invalid', { fieldErrors });

/** Name and document as they will be stored, or what is wrong, field by field. Sex and birth date come from the number where it has them. */
function identify(input: AddChildInput, today: string): Identity | Refusal<AddRefusal> {
  const name = parsePersonName(input.name);
  if (!name.ok) return invalid({ name: personNameMessages[name.reason] });
  const document = parseIdentityDocument(input.idType, input.idNumber, today);
  if (!document.ok) return invalid({ idNumber: identityDocumentMessage(input.idType, document) });
  const birthOn = document.birthOn ?? input.birthOn ?? '';
  const sex = document.sex ?? input.sex;
  const wrong = refuseBirth(birthOn, today);
  const field = document.birthOn ? 'idNumber' : 'birthOn';
  if (wrong) return invalid({ [field]: birthOn === '' ? '请填写出生日期' : birthMessages[wrong] });
  if (!sex) return invalid({ sex: '请选择性别' });
  const { normalised, masked } = document;
  return { name: name.normalised, normalised, masked, birthOn, sex };
}

/** Looks as the system: whether this child is known, and if to this person. Never to whom else. */
async function knownChild(tx: Ctx, idIndex: string, personId: string) {
  const rows = await within(tx, asSystem(tx), (systemTx) =>
    systemTx.db
      .select({ personId: guardians.personId })
      .from(children)
      .leftJoin(
        guardians,
        and(eq(guardians.childId, children.id), eq(guardians.status, 'confirmed')),
      )
      .where(and(eq(children.idIndex, idIndex), isNull(children.removedAt))),
  );
  if (rows.length === 0) return null;
  return rows.some((row) => row.personId === personId) ? 'already_yours' : 'not_checked';
}

/** Twenty tries a day: the answer "already known" must not serve to probe numbers. */
/**
 * Adds a child to the signed-in person's family, with the guardian's consent (PIPL 31). A child
 * stands once in the portal: who enters one that another guardian has entered learns only how to be invited.
 * Refuses `too_many` tries in a day; `invalid` with words for the fields; `not_checked` when the
 * child stands in the portal already.
 */
export async function addChild(
  ctx: Ctx,
  input: AddChildInput,
): Promise<Result<{ childId: string }, AddRefusal>> {
  const { actor } = ctx;
  authorize(canKeepFamily(actor) && actor.kind === 'account' && actor.personId !== null);
  const { accountId, personId } = actor;
  if ((await countAttempt(ctx, childLimit, accountId)) > 0) return refuse('too_many');
  const work = async (tx: Ctx): Promise<Result<{ childId: string }, AddRefusal>> => {
    const identity = identify(input, todayOn(tx.now));
    if ('ok' in identity) return identity;
    const idIndex = documentIndex(input.idType, identity.normalised);
    const known = await knownChild(tx, idIndex, personId);
    if (known) return refuse(known);
    const childId = newId();
    await tx.db.insert(children).values({
      id: childId,
      nameSealed: sealField(identity.name, childName(childId)),
      nameMasked: maskName(identity.name),
      idType: input.idType,
      idSealed: sealField(identity.normalised, childDocument(childId)),
      idIndex,
      idMasked: identity.masked,
      birthSealed: sealField(identity.birthOn, childBirth(childId)),
      sex: identity.sex,
      school: input.school,
      schoolEntryYear: input.schoolEntryYear,
    });
    const consentId = await recordConsent(tx, accountId, childConsent, {
      type: 'child',
      id: childId,
    });
    await tx.db.insert(guardians).values({
      ...{ id: newId(), childId, personId, accountId, consentId },
      relation: input.relation,
      status: 'confirmed',
      confirmedAt: tx.now,
    });
    const after = { relation: input.relation, idMasked: identity.masked };
    await recordAudit(tx, { action: 'add_child', entityType: 'child', entityId: childId, after });
    return ok({ childId });
  };
  try {
    return await transaction(ctx, work);
  } catch (error) {
    // Two guardians at the same instant: the index decides, the words are the same.
    if (violates(error, 'children_id_idx')) return refuse('not_checked');
    throw error;
  }
}
