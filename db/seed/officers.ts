import { hash } from '@node-rs/argon2';
import { accounts, accountTotp, people, roleGrants } from '@/db/schema/identity';
import { recordAudit } from '@/lib/audit';
import { sealField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { insertAll } from './insert';
import { DEMO_PASSWORD, demoTotpSecret, type OfficerData, officers } from './logins';
import { accountRow, type makePeople, type Person } from './people';

export type Officer = OfficerData & { person: Person; organisationId: string };

/** Accounts of the officers, with password and second factor, and the role each holds. */
export async function seedOfficers(
  tx: Ctx,
  person: ReturnType<typeof makePeople>,
  organisationIdOf: (name: string) => string,
  list: readonly OfficerData[] = officers,
): Promise<Officer[]> {
  // One hash for all: argon2id is slow on purpose, and they share the password anyway.
  const passwordHash = await hash(DEMO_PASSWORD);
  const made = list.map((officer) => ({
    ...officer,
    person: person({ name: officer.name, phone: officer.phone }),
    organisationId: organisationIdOf(officer.at),
  }));
  const rows = made.map(({ person: p, notEnrolled }) =>
    accountRow(p, {
      passwordHash,
      totpSealed: notEnrolled ? null : sealField(demoTotpSecret(), accountTotp(p.accountId)),
      totpEnrolledAt: notEnrolled ? null : tx.now,
    }),
  );
  await insertAll(tx, accounts, rows);
  const namelessPeople = made
    .filter((o) => !o.member)
    .map(({ person: p }) => ({ id: p.personId, accountId: p.accountId }));
  await insertAll(tx, people, namelessPeople);
  const grants = made.map(({ person: p, role, organisationId }) => ({
    id: newId(),
    accountId: p.accountId,
    role,
    organisationId,
  }));
  await insertAll(tx, roleGrants, grants);
  for (const { name, role, organisationId, at, person: p } of made) {
    await recordAudit(tx, {
      action: 'grant_role',
      entityType: 'account',
      entityId: p.accountId,
      organisationId,
      after: { role, organisation: at, holder: name },
    });
  }
  return made;
}
