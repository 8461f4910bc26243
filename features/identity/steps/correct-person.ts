import 'server-only';
import { and, eq } from 'drizzle-orm';
import { accounts, people, personDocument } from '@/db/schema/identity';
import type { IdentityDocumentType } from '@/lib/china/id/types';
import { gramsOf } from '@/lib/china/name-grams';
import { readName } from '@/lib/china/pinyin';
import { sealField } from '@/lib/crypto/field';
import { documentIndex } from '@/lib/crypto/indexes';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { maskId } from '@/lib/format';

/** A document with what its number says, or the person said beside it. */
export interface RightDocument {
  readonly type: IdentityDocumentType;
  readonly number: string;
  readonly birthOn: string;
  readonly sex: 'male' | 'female';
}

/** What of an identity is put right; what is absent stays. */
export interface RightIdentity {
  readonly name?: string | undefined;
  readonly document?: RightDocument | undefined;
}

/** A name as it is stored beside the pieces that it is searched by. */
export const nameColumns = (name: string) => {
  const { sortKey, initials } = readName(name);
  return { name, pinyin: sortKey, initials, nameGrams: gramsOf(name) };
};

const documentColumns = (personId: string, { type, number, birthOn, sex }: RightDocument) => ({
  idType: type,
  idSealed: sealField(number, personDocument(personId)),
  idIndex: documentIndex(type, number),
  idMasked: maskId(number),
  sex,
  birthOn,
});

/**
 * Puts a person's name or document right where it stands, with all that it is found by; the account is
 * called by the new name where it was called by the old. As the system, in the caller's transaction. Throws
 * NotFound for a person that there is not.
 * @returns what stood before, for whatever else carries a copy of it
 */
export async function correctPerson(
  systemTx: Ctx,
  personId: string,
  { name, document }: RightIdentity,
): Promise<{ name: string | null; idIndex: string | null }> {
  const [before] = await systemTx.db
    .select({ name: people.name, idIndex: people.idIndex, accountId: people.accountId })
    .from(people)
    .where(eq(people.id, personId))
    .for('update');
  if (!before) throw new NotFound('person');
  await systemTx.db
    .update(people)
    .set({
      ...(name !== undefined && nameColumns(name)),
      ...(document && documentColumns(personId, document)),
      updatedAt: systemTx.now,
    })
    .where(eq(people.id, personId));
  if (name !== undefined && before.name !== null) {
    await systemTx.db
      .update(accounts)
      .set({ displayName: name })
      .where(and(eq(accounts.id, before.accountId), eq(accounts.displayName, before.name)));
  }
  return { name: before.name, idIndex: before.idIndex };
}
