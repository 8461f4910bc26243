import 'server-only';
import { eq } from 'drizzle-orm';
import { foundingContactPhone, foundings } from '@/db/schema/foundings';
import { recordAudit } from '@/lib/audit';
import { maskName } from '@/lib/china/person-name';
import { sealField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canPrepareFounding } from '../policy';
import { isPastStopping } from '../rules/kinds';
import type { SetContactInput } from '../schema/papers';
import { lockFounding, movedOn } from './lock-founding';

/** The contact as its columns hold it: the phone sealed, its last four digits beside it. */
export const contactColumns = (
  id: string,
  { contactPhone, ...rest }: Omit<SetContactInput, 'foundingId' | 'position'>,
) => ({
  ...rest,
  contactPhoneSealed: contactPhone && sealField(contactPhone, foundingContactPhone(id)),
  contactPhoneTail: contactPhone?.slice(-4) ?? null,
});

/**
 * Who is asked about a founding, who prepares it and what for. An empty phone leaves the one that is there. Throws
 * NotFound for a founding outside the officer's area.
 * @authorized-by lockFounding
 * Refuses `moved_on`; `over` once it can no longer be given up: the number is deleted then.
 */
export const setContact = (
  ctx: Ctx,
  { foundingId, position, ...contact }: SetContactInput,
): Promise<Result<{ foundingId: string }, 'over' | 'moved_on'>> =>
  transaction(ctx, async (tx): Promise<Result<{ foundingId: string }, 'over' | 'moved_on'>> => {
    const founding = await lockFounding(tx, foundingId, canPrepareFounding);
    const moved = movedOn(founding, position);
    if (moved) return moved;
    if (isPastStopping(founding.kind, founding.step)) return refuse('over');
    const { contactPhoneSealed, contactPhoneTail, ...rest } = contactColumns(foundingId, contact);
    await tx.db
      .update(foundings)
      .set({ ...rest, ...(contactPhoneSealed && { contactPhoneSealed, contactPhoneTail }) })
      .where(eq(foundings.id, foundingId));
    await recordAudit(tx, {
      action: 'set_founding_contact',
      entityType: 'founding',
      entityId: foundingId,
      organisationId: founding.placeId,
      after: {
        contact: contact.contactName && maskName(contact.contactName),
        phone: contactPhoneTail && `…${contactPhoneTail}`,
        purpose: contact.purpose,
      },
    });
    return ok({ foundingId });
  });
