import 'server-only';
import { and, eq, isNull, ne } from 'drizzle-orm';
import { childBirth, childDocument, childName, children } from '@/db/schema/family';
import { people, personDocument } from '@/db/schema/identity';
import { isDocumentInUse } from '@/features/members/queries/document-in-use';
import { identityDocumentTypes } from '@/lib/china/id/types';
import { openField } from '@/lib/crypto/field';
import { documentIndex } from '@/lib/crypto/indexes';
import type { Ctx } from '@/lib/ctx';
import type { RecordedIdentity } from '../rules/identity';

/** Whom a correction is about: a person, or a child of theirs. */
export interface CorrectedPerson {
  readonly personId: string;
  readonly childId: string | null;
}

/** Whom it is about: the child, or the person alone. */
export const subjectIdOf = ({ personId, childId }: CorrectedPerson): string => childId ?? personId;

/** The kind of document as it is stored. Null for one that is no document, or none. */
export const typeOf = (stored: string | null) =>
  identityDocumentTypes.find((type) => type === stored) ?? null;

async function readChild(tx: Ctx, childId: string): Promise<RecordedIdentity | null> {
  const [row] = await tx.db
    .select()
    .from(children)
    .where(and(eq(children.id, childId), isNull(children.removedAt), isNull(children.cameOfAgeAt)));
  return row
    ? {
        name: openField(row.nameSealed, childName(childId)),
        idType: typeOf(row.idType),
        idNumber: openField(row.idSealed, childDocument(childId)),
        birthOn: openField(row.birthSealed, childBirth(childId)),
        sex: row.sex,
      }
    : null;
}

/**
 * Who somebody is on record, in plain; null when nothing is (no name yet, a child that was removed or has
 * come of age). Row security decides whose may be read; an officer's command reads as the system.
 */
export async function readIdentity(tx: Ctx, of: CorrectedPerson): Promise<RecordedIdentity | null> {
  if (of.childId) return readChild(tx, of.childId);
  const [row] = await tx.db.select().from(people).where(eq(people.id, of.personId));
  if (!row?.name) return null;
  return {
    name: row.name,
    idType: row.idSealed ? typeOf(row.idType) : null,
    idNumber: row.idSealed ? openField(row.idSealed, personDocument(row.id)) : null,
    birthOn: row.birthOn,
    sex: row.sex,
  };
}

/**
 * Whether another record carries the right document already: then one of the two is wrong, or both are one
 * person. As the system; only yes or no leaves this function.
 */
export async function isDocumentTaken(
  systemTx: Ctx,
  of: CorrectedPerson,
  { idType, idNumber }: RecordedIdentity,
): Promise<boolean> {
  if (idType === null || idNumber === null) return false;
  const idIndex = documentIndex(idType, idNumber);
  if (!of.childId) {
    const others = and(eq(people.idIndex, idIndex), ne(people.id, of.personId));
    const taken = (await systemTx.db.$count(people, others)) > 0;
    return taken || isDocumentInUse(systemTx, { idIndex, personId: of.personId });
  }
  const others = and(
    eq(children.idIndex, idIndex),
    ne(children.id, of.childId),
    isNull(children.removedAt),
  );
  return (await systemTx.db.$count(children, others)) > 0;
}
