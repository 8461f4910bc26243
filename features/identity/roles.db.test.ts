import { beforeEach, describe, expect, it } from 'vitest';
import { aMember, anAccount, anOfficer, aSignedInSession } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { aTree, type Tree } from '@/db/factories/organisations';
import type { RoleName } from '@/db/schema/identity';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { actorOfToken } from '@/lib/auth/session';
import { Forbidden, NotFound } from '@/lib/errors';
import { grantRole } from './commands/grant-role';
import { revokeRole } from './commands/revoke-role';
import { disableAccount, enableAccount, resetSecondFactor } from './commands/stop-account';
import { audited, visitor, withRecentFactor } from './identity.test-helpers';
import { findRoleSubject, listHeldRoles } from './queries/roles';

const officerHere = { assurance: 'totp', mode: 'staff' } as const;
const reason = '换届';
let tree: Tree;

const officer = (role: RoleName, at: string) => arrange((tx) => anOfficer(tx, role, at));
const grantsSeen = async (token: string) => {
  const actor = await actorOfToken(token);
  return actor.kind === 'account' ? actor.grants.map((grant) => grant.role) : actor.kind;
};

async function scene() {
  const admin = await officer('system_admin', tree.district.id);
  const target = await arrange((tx) => anAccount(tx, { displayName: '谢永福' }));
  const { token } = await arrange((tx) => aSignedInSession(tx, target.accountId, officerHere));
  return { admin: withRecentFactor(admin.actor), adminMade: admin, target, token };
}

beforeEach(async () => {
  await resetDb();
  tree = await arrange(aTree);
});

describe('roles', () => {
  it('are given and taken at once, on record and told (A16)', async () => {
    const { admin, target, token } = await scene();
    const input = {
      accountId: target.accountId,
      role: 'union_admin',
      organisationId: tree.union.id,
      reason,
    } as const;
    const given = await grantRole(admin, input);
    if (!given.ok) throw new Error(given.reason);
    expect(await grantsSeen(token)).toEqual(['union_admin']);
    expect(await grantRole(admin, input)).toMatchObject({ reason: 'already_held' });
    expect((await revokeRole(admin, { grantId: given.value.grantId, reason })).ok).toBe(true);
    expect(await grantsSeen(token)).toEqual([]);
    expect([await audited('grant_role'), await audited('revoke_role')]).toEqual([1, 1]);
    const notified =
      await sqlAsOwner()`select 1 from notices where account_id = ${target.accountId}`;
    expect(notified).toHaveLength(2);
  });

  it('are given to the member by name, also in the ledger of what they do', async () => {
    const { admin } = await scene();
    const member = await arrange((tx) =>
      aMember(tx, { organisationId: tree.union.id, name: '韦小勇', phone: '13900002222' }),
    );
    await sqlAsOwner()`update accounts set display_name = '用户2222' where id = ${member.accountId}`;
    const where = { role: 'viewer', organisationId: tree.union.id } as const;
    const given = await grantRole(admin, { ...where, accountId: member.accountId, reason });
    expect(given.ok).toBe(true);
    const { rows } = await listHeldRoles(admin);
    expect(rows.map((row) => row.displayName)).toContain('韦小勇');
    const { token } = await arrange((tx) => aSignedInSession(tx, member.accountId, officerHere));
    expect(await actorOfToken(token)).toMatchObject({ displayName: '韦小勇' });
  });

  it('ask for a name where neither member nor account has one', async () => {
    const { admin } = await scene();
    const nobody = await arrange((tx) => anAccount(tx, { phone: '13900002222' }));
    const input = {
      accountId: nobody.accountId,
      role: 'viewer',
      organisationId: tree.union.id,
      reason,
    } as const;
    expect(await findRoleSubject(admin, nobody.accountId)).toMatchObject({ isNameless: true });
    expect(await grantRole(admin, input)).toMatchObject({
      reason: 'name_missing',
      fieldErrors: { name: expect.any(String) },
    });
    expect((await grantRole(admin, { ...input, name: '覃海燕' })).ok).toBe(true);
    const [row] =
      await sqlAsOwner()`select display_name from accounts where id = ${nobody.accountId}`;
    expect(row?.display_name).toBe('覃海燕');
  });

  it('are given once when two administrators press at the same moment', async () => {
    const { admin, target } = await scene();
    const input = {
      accountId: target.accountId,
      role: 'viewer',
      organisationId: tree.town.id,
      reason,
    } as const;
    const both = await Promise.all([grantRole(admin, input), grantRole(admin, input)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'already_held' });
  });

  it('ask for the second factor again (A24), and leave nothing behind when refused', async () => {
    const { adminMade, target } = await scene();
    const stale = withRecentFactor(adminMade.actor, 11);
    const input = {
      accountId: target.accountId,
      role: 'viewer',
      organisationId: tree.town.id,
      reason,
    } as const;
    expect(await grantRole(stale, input)).toMatchObject({ reason: 'step_up' });
    expect(await disableAccount(stale, { accountId: target.accountId, reason })).toMatchObject({
      reason: 'step_up',
    });
    expect(await audited('grant_role')).toBe(0);
  });

  it.each(['union_admin', 'town_admin', 'organisation_officer', 'viewer'] as const)(
    'are no business of %s',
    async (role) => {
      const { target } = await scene();
      const other = await officer(role, tree.district.id);
      const ctx = withRecentFactor(other.actor);
      const input = {
        accountId: target.accountId,
        role: 'viewer',
        organisationId: tree.town.id,
        reason,
      } as const;
      await expect(grantRole(ctx, input)).rejects.toThrow(NotFound);
      await expect(disableAccount(ctx, { accountId: target.accountId, reason })).rejects.toThrow(
        Forbidden,
      );
      await expect(listHeldRoles(ctx)).rejects.toThrow(Forbidden);
      await expect(grantRole(visitor(), input)).rejects.toThrow(NotFound);
    },
  );

  it('are never given to oneself', async () => {
    const { admin, adminMade } = await scene();
    const input = {
      accountId: adminMade.accountId,
      role: 'viewer',
      organisationId: tree.town.id,
      reason,
    } as const;
    expect(await grantRole(admin, input)).toMatchObject({ reason: 'own_account' });
  });

  it('outside the reach are not found', async () => {
    const { target } = await scene();
    const inTown = await officer('system_admin', tree.town.id);
    const ctx = withRecentFactor(inTown.actor);
    const input = {
      accountId: target.accountId,
      role: 'viewer',
      organisationId: tree.otherTown.id,
      reason,
    } as const;
    await expect(grantRole(ctx, input)).rejects.toThrow(NotFound);
    expect((await listHeldRoles(ctx)).rows.map((row) => row.organisationName)).toEqual([
      '甲街道总工会',
    ]);
  });

  it('leave at least one system administrator, also when two remove each other at once', async () => {
    const one = await officer('system_admin', tree.district.id);
    const two = await officer('system_admin', tree.district.id);
    const grantOf = async (accountId: string) => {
      const [row] = await sqlAsOwner()<
        { id: string }[]
      >`select id from role_grants where account_id = ${accountId}`;
      return row?.id ?? '';
    };
    const [first, second] = [await grantOf(one.accountId), await grantOf(two.accountId)];
    const answers = await Promise.all([
      revokeRole(withRecentFactor(one.actor), { grantId: second, reason }),
      revokeRole(withRecentFactor(two.actor), { grantId: first, reason }),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: 'last_system_admin' });
  });
});

describe('accounts', () => {
  it('are stopped at once and let in again (A16)', async () => {
    const { admin, target, token } = await scene();
    const input = { accountId: target.accountId, reason: '离职' };
    expect((await disableAccount(admin, input)).ok).toBe(true);
    expect(await grantsSeen(token)).toBe('anonymous');
    expect(await disableAccount(admin, input)).toMatchObject({ reason: 'account_disabled' });
    expect((await enableAccount(admin, input)).ok).toBe(true);
    expect(await grantsSeen(token)).toBe('anonymous');
    expect([await audited('disable_account'), await audited('enable_account')]).toEqual([1, 1]);
  });

  it('of somebody with a role beyond the reach stay untouched', async () => {
    await scene();
    const inTown = await officer('system_admin', tree.town.id);
    const above = await officer('viewer', tree.district.id);
    const answer = await disableAccount(withRecentFactor(inTown.actor), {
      accountId: above.accountId,
      reason,
    });
    expect(answer).toMatchObject({ reason: 'outside_reach' });
  });

  it('lose a bound second factor with all their sessions', async () => {
    const { admin, target, token } = await scene();
    await sqlAsOwner()`update accounts set totp_sealed = 'x', totp_enrolled_at = now() where id = ${target.accountId}`;
    expect(
      (await resetSecondFactor(admin, { accountId: target.accountId, reason: '手机遗失' })).ok,
    ).toBe(true);
    const [row] =
      await sqlAsOwner()`select totp_sealed, totp_enrolled_at from accounts where id = ${target.accountId}`;
    expect(row).toEqual({ totp_sealed: null, totp_enrolled_at: null });
    expect(await grantsSeen(token)).toBe('anonymous');
  });
});
