import 'server-only';
import { eq } from 'drizzle-orm';
import { correctionPhoto, correctionProofs, identityCorrections } from '@/db/schema/corrections';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import { listDeskOfficers } from '@/features/review/queries/desk-officers';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { sealBytes } from '@/lib/crypto/sealed-bytes';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { countAttempt } from '@/lib/limits/rate-limit';
import { notify, notifyEach } from '@/lib/messaging/outbox';
import { receiptNumber, receiptSeries } from '@/lib/receipt-number';
import { ok, type Result, refuse } from '@/lib/result';
import { nextNumber } from '@/lib/running-number';
import { read, transaction } from '@/lib/transaction';
import { askedNotice, toDeskNotice } from '../messages';
import { readIdentity } from '../queries/identity';
import { ownCorrection } from '../queries/own-correction';
import { openDetails, sealDetails } from '../queries/sealed-details';
import { fieldsOf } from '../rules/details';
import { asAsked, differing } from '../rules/identity';
import { correctionPrefix } from '../rules/status';
import type { SendInput } from '../schema';
import { correctionLimit } from '../settings';

type SendRefusal = 'no_photo' | 'not_a_draft' | 'nothing_changed' | 'too_many';

async function keepProofs(tx: Ctx, correctionId: string, photos: readonly Uint8Array[]) {
  for (const [position, photo] of photos.entries()) {
    const id = newId();
    const photoSealed = sealBytes(photo, correctionPhoto(id));
    await tx.db
      .insert(correctionProofs)
      .values({ id, correctionId, position, photoSealed, addedAt: tx.now });
  }
}

/** Who answers for the desk and is not the asker: of a desk of one, those of the union above. */
async function officersFor(tx: Ctx, deskId: string, asker: string): Promise<string[]> {
  const officers = await listDeskOfficers(tx, deskId);
  const others = officers.filter((one) => one !== asker);
  if (others.length > 0) return others;
  const { parentId } = await getOrganisation(tx, deskId);
  return parentId ? officersFor(tx, parentId, asker) : [];
}

type Asked = { id: string; number: string; fields: readonly string[] };

/** A request that no officer hears of would wait for ever. */
async function tellBoth(tx: Ctx, accountId: string, about: Asked, organisationId: string) {
  const union = await getOrganisation(tx, organisationId);
  await notify(tx, { accountId, ...askedNotice(about, union.shortName) });
  await notifyEach(tx, await officersFor(tx, organisationId, accountId), toDeskNotice(about));
}

/**
 * Step two: the proof, and the request goes to the desk of the union. Nothing changes before the answer.
 * Throws NotFound for a request that is not one's own, or whose subject is gone.
 * Refuses `no_photo`; `too_many` tries in a day; `not_a_draft` when it was sent already;
 * `nothing_changed` when the record says so by now.
 * @param input.photo1 a plain JPEG; kept sealed, and each look by an officer is on record
 */
export async function sendCorrection(
  ctx: Ctx,
  { correctionId, photo1, photo2 }: SendInput,
): Promise<Result<{ id: string }, SendRefusal>> {
  const { actor } = ctx;
  authorize(actor.kind === 'account' && actor.personId !== null);
  const { accountId } = actor;
  await read(ctx, (tx) => ownCorrection(tx, correctionId));
  if (!photo1) return refuse('no_photo', { fieldErrors: { photo1: '请拍一张证件照片' } });
  if ((await countAttempt(ctx, correctionLimit, accountId)) > 0) return refuse('too_many');
  return transaction(ctx, async (tx) => {
    const row = await ownCorrection(tx, correctionId, { lock: true });
    if (row.status !== 'draft') return refuse('not_a_draft');
    const [details, now] = [openDetails(row), await readIdentity(tx, row)];
    if (!details || !now) throw new NotFound('correction');
    // What stood may have been put right meanwhile by somebody else's request.
    const after = asAsked(now, details.after, fieldsOf(row.fields));
    const fields = differing(now, after);
    if (fields.length === 0) return refuse('nothing_changed');
    await keepProofs(tx, row.id, photo2 ? [photo1, photo2] : [photo1]);
    const today = todayOn(tx.now);
    const series = receiptSeries(correctionPrefix, today);
    const number = receiptNumber(correctionPrefix, today, await nextNumber(tx, series));
    const detailsSealed = sealDetails(row.id, { ...details, before: now, after });
    await tx.db
      .update(identityCorrections)
      .set({ ...{ accountId, number, fields, detailsSealed }, status: 'waiting', sentAt: tx.now })
      .where(eq(identityCorrections.id, row.id));
    const { id, organisationId } = row;
    await recordAudit(tx, {
      action: 'ask_correction',
      entityType: 'identity_correction',
      entityId: id,
      organisationId,
      after: { number, fields },
    });
    await tellBoth(tx, accountId, { id, number, fields }, organisationId);
    return ok({ id });
  });
}
