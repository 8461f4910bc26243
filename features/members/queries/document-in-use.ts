import 'server-only';
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { people } from '@/db/schema/identity';
import { membershipApplications as applications, memberships } from '@/db/schema/membership';
import { asSystem, type Ctx } from '@/lib/ctx';
import { within } from '@/lib/transaction';

interface Document {
  readonly idIndex: string;
  readonly personId: string;
}

const memberWith = (systemTx: Ctx, { idIndex, personId }: Document) =>
  systemTx.db
    .select({ one: sql`1` })
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .where(
      and(eq(people.idIndex, idIndex), ne(people.id, personId), ne(memberships.status, 'left')),
    );

/** Whether another person is a member with this document: one person, one 会籍 (domain.md §1.6). */
export async function isOnTheBooks(tx: Ctx, document: Document): Promise<boolean> {
  return within(tx, asSystem(tx), async (systemTx) => {
    const [row] = await systemTx.db.execute<{ used: boolean }>(
      sql`select exists (${memberWith(systemTx, document)}) as used`,
    );
    return row?.used === true;
  });
}

/**
 * Whether another person's membership or open application carries this document, for the officers who
 * decide: whoever enters a number is never told. Only yes or no leaves this function.
 */
export async function isDocumentInUse(tx: Ctx, document: Document): Promise<boolean> {
  return within(tx, asSystem(tx), async (systemTx) => {
    const applicant = systemTx.db
      .select({ one: sql`1` })
      .from(applications)
      .where(
        and(
          eq(applications.idIndex, document.idIndex),
          ne(applications.personId, document.personId),
          inArray(applications.status, ['submitted', 'in_review', 'sent_back']),
        ),
      );
    const [row] = await systemTx.db.execute<{ used: boolean }>(
      sql`select exists (${memberWith(systemTx, document)}) or exists (${applicant}) as used`,
    );
    return row?.used === true;
  });
}
