import { eq } from 'drizzle-orm';
import { membershipApplications as applications } from '@/db/schema/membership';
import { placeOnDesk } from '@/features/applications/steps/place-on-desk';
import type { Ctx } from '@/lib/ctx';
import { anAccount, type MadeAccount } from './accounts';
import { anApplication } from './membership';

interface Given {
  organisationId: string;
  applicant?: MadeAccount;
  name?: string;
  idNumber?: string;
  /** Written over what submitting made, e.g. a due day long past. */
  after?: Partial<typeof applications.$inferInsert>;
}

/** An application on its union's desk, as submitting leaves it. Run it as the system. */
export async function aSubmittedApplication(tx: Ctx, given: Given) {
  const { applicant: known, after, name = '韦小满', ...rest } = given;
  const applicant = known ?? (await anAccount(tx));
  const draft = await anApplication(tx, { account: applicant, name, ...rest });
  const placed = await placeOnDesk(tx, draft);
  if (after) await tx.db.update(applications).set(after).where(eq(applications.id, draft.id));
  return { ...placed, version: draft.version + 1, organisationId: given.organisationId, applicant };
}
