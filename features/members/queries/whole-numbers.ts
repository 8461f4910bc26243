import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { accountPhone, accounts, people, personDocument } from '@/db/schema/identity';
import { inScope } from '@/features/organisations/queries/scope';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { formatPhone } from '@/lib/format';
import { canReviewApplication } from '../policy';

/** Whole numbers of one member; null where none is on record. */
export interface WholeNumbers {
  readonly phone: string;
  readonly document: string | null;
}

/**
 * Whole phone and document numbers by person, of those whose numbers the officer may open one by one
 * (`revealMemberField`); nobody else is in it. The caller records the look.
 */
export async function wholeNumbersOf(
  tx: Ctx,
  personIds: readonly string[],
): Promise<Map<string, WholeNumbers>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.db
    .select({
      ...{ personId: people.id, accountId: accounts.id },
      ...{ phoneSealed: accounts.phoneSealed, idSealed: people.idSealed },
    })
    .from(people)
    .innerJoin(accounts, eq(accounts.id, people.accountId))
    .where(
      and(
        inArray(people.id, [...personIds]),
        inScope(people.unionId, canReviewApplication.organisationsOf(tx.actor)),
      ),
    );
  return new Map(
    rows.map(({ personId, accountId, phoneSealed, idSealed }) => [
      personId,
      {
        phone: formatPhone(openField(phoneSealed, accountPhone(accountId))),
        document: idSealed && openField(idSealed, personDocument(personId)),
      },
    ]),
  );
}
