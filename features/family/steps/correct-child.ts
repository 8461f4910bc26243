import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { childBirth, childDocument, childName, children } from '@/db/schema/family';
import type { RightIdentity } from '@/features/identity/steps/correct-person';
import { maskName } from '@/lib/china/person-name';
import { sealField } from '@/lib/crypto/field';
import { documentIndex } from '@/lib/crypto/indexes';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { maskId } from '@/lib/format';
import { hasComeOfAge } from '../rules/children';
import { endChildhood } from './end-childhood';

const nameOf = (id: string, name: string) => ({
  nameSealed: sealField(name, childName(id)),
  nameMasked: maskName(name),
});

const documentOf = (
  id: string,
  { type, number, birthOn, sex }: NonNullable<RightIdentity['document']>,
) => ({
  idType: type,
  idSealed: sealField(number, childDocument(id)),
  idIndex: documentIndex(type, number),
  idMasked: maskId(number),
  birthSealed: sealField(birthOn, childBirth(id)),
  sex,
});

/**
 * Puts a child's name, document and birth date right; places, classes and guardians stay. Whoever is 18 by
 * the right date comes of age at once. As the system, in the caller's transaction. Throws NotFound for a
 * child that was removed.
 * @returns whether the child came of age by it
 */
export async function correctChild(
  systemTx: Ctx,
  childId: string,
  { name, document }: RightIdentity,
): Promise<{ cameOfAge: boolean }> {
  const changed = await systemTx.db
    .update(children)
    .set({
      ...(name !== undefined && nameOf(childId, name)),
      ...(document && documentOf(childId, document)),
      version: sql`${children.version} + 1`,
    })
    .where(and(eq(children.id, childId), isNull(children.removedAt)))
    .returning({ cameOfAgeAt: children.cameOfAgeAt });
  if (changed.length === 0) throw new NotFound('child');
  const grown = document !== undefined && hasComeOfAge(document.birthOn, todayOn(systemTx.now));
  if (!grown || changed[0]?.cameOfAgeAt) return { cameOfAge: false };
  await endChildhood(systemTx, childId);
  return { cameOfAge: true };
}
