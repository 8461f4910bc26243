import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import {
  applicationDocument,
  applicationEvents,
  membershipApplications as applications,
} from '@/db/schema/membership';
import { transferRequests } from '@/db/schema/transfers';
import { nameColumns, type RightIdentity } from '@/features/identity/steps/correct-person';
import { sealField } from '@/lib/crypto/field';
import { documentIndex } from '@/lib/crypto/indexes';
import type { Ctx } from '@/lib/ctx';
import { maskId } from '@/lib/format';

const open = ['draft', 'submitted', 'in_review', 'sent_back'] as const;

interface Before {
  readonly name: string | null;
  readonly idIndex: string | null;
}

/** An application still under way is judged anew: its version grows, so that no stale page decides it. */
const newVersion = sql`case when ${inArray(applications.status, [...open])}
  then ${applications.version} + 1 else ${applications.version} end`;

async function setName(
  systemTx: Ctx,
  personId: string,
  was: string,
  name: string,
): Promise<string[]> {
  const { initials: _none, ...columns } = nameColumns(name);
  const rows = await systemTx.db
    .update(applications)
    .set({ ...columns, version: newVersion })
    .where(and(eq(applications.personId, personId), eq(applications.name, was)))
    .returning({ id: applications.id });
  return rows.map((row) => row.id);
}

async function setDocument(
  systemTx: Ctx,
  personId: string,
  was: string,
  { type, number, birthOn, sex }: NonNullable<RightIdentity['document']>,
): Promise<string[]> {
  const idIndex = documentIndex(type, number);
  const mine = and(eq(applications.personId, personId), eq(applications.idIndex, was));
  const rows = await systemTx.db.select({ id: applications.id }).from(applications).where(mine);
  for (const { id } of rows) {
    const idSealed = sealField(number, applicationDocument(id));
    await systemTx.db
      .update(applications)
      .set({
        ...{ idType: type, idSealed, idIndex, idMasked: maskId(number), birthOn, sex },
        version: newVersion,
      })
      .where(eq(applications.id, id));
  }
  await systemTx.db
    .update(transferRequests)
    .set({ idIndex })
    .where(and(eq(transferRequests.personId, personId), eq(transferRequests.idIndex, was)));
  return rows.map((row) => row.id);
}

/**
 * The person's own applications follow a correction where they say the same wrong thing (PIPL 46), with a
 * line in their history; what they said otherwise stays. As the system, in the caller's transaction.
 */
export async function correctApplications(
  systemTx: Ctx,
  personId: string,
  before: Before,
  { name, document }: RightIdentity,
): Promise<void> {
  const named =
    name !== undefined && before.name !== null
      ? await setName(systemTx, personId, before.name, name)
      : [];
  const proved =
    document && before.idIndex !== null
      ? await setDocument(systemTx, personId, before.idIndex, document)
      : [];
  const touched = [...new Set([...named, ...proved])];
  if (touched.length === 0) return;
  const rows = await systemTx.db
    .select({ id: applications.id, status: applications.status })
    .from(applications)
    .where(inArray(applications.id, touched));
  const what = [named.length > 0 && '姓名', proved.length > 0 && '证件号码'].filter(Boolean);
  await systemTx.db.insert(applicationEvents).values(
    rows.map(({ id, status }) => ({
      applicationId: id,
      at: systemTx.now,
      type: 'put_right',
      fromStatus: status,
      toStatus: status,
      actorLabel: '资料更正',
      note: `${what.join('、')}已更正`,
    })),
  );
}
