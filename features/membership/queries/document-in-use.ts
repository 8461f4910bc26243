import 'server-only';
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { people } from '@/db/schema/identity';
import { membershipApplications as applications, memberships } from '@/db/schema/membership';
import { asSystem, type Ctx } from '@/lib/ctx';
import { within } from '@/lib/transaction';

/**
 * Whether another person's membership or open application carries this document: one person, one
 * 会籍 (domain.md §1.6). Looked up as the house, and only yes or no leaves this function.
 */
export async function isDocumentInUse(
  tx: Ctx,
  document: { idIndex: string; personId: string },
): Promise<boolean> {
  return within(tx, asSystem(tx), async (house) => {
    const member = house.db
      .select({ one: sql`1` })
      .from(people)
      .innerJoin(memberships, eq(memberships.personId, people.id))
      .where(
        and(
          eq(people.idIndex, document.idIndex),
          ne(people.id, document.personId),
          ne(memberships.status, 'left'),
        ),
      );
    const applicant = house.db
      .select({ one: sql`1` })
      .from(applications)
      .where(
        and(
          eq(applications.idIndex, document.idIndex),
          ne(applications.personId, document.personId),
          inArray(applications.status, ['submitted', 'in_review', 'sent_back']),
        ),
      );
    const [row] = await house.db.execute<{ used: boolean }>(
      sql`select exists (${member}) or exists (${applicant}) as used`,
    );
    return row?.used === true;
  });
}
