import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, anAccount, anOfficer, aSignedInSession } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aChild } from '@/db/factories/family';
import { aTree, type Tree } from '@/db/factories/organisations';
import { accountPhone } from '@/db/schema/identity';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { raceAt } from '@/db/testing/waits';
import { actorOfToken } from '@/lib/auth/session';
import { sealField } from '@/lib/crypto/field';
import { phoneIndex } from '@/lib/crypto/indexes';
import { makeCtx } from '@/lib/ctx';
import { addDays, todayOn } from '@/lib/dates';
import { Forbidden, NotFound } from '@/lib/errors';
import { acceptInvitation } from './commands/accept-invitation';
import { changeTerm } from './commands/change-term';
import { endTerms } from './commands/end-terms';
import { grantRole } from './commands/grant-role';
import { inviteOfficer } from './commands/invite-officer';
import { withdrawInvitation } from './commands/withdraw-invitation';
import { audited, withRecentFactor } from './identity.test-helpers';
import { listMyInvitations, listRoleInvitations } from './queries/invitations';

const phone = '13900007701';
const today = () => todayOn(new Date());
let tree: Tree;
let admin: ReturnType<typeof withRecentFactor>;
let adminMade: Awaited<ReturnType<typeof anOfficer>>;

beforeEach(async () => {
  await resetDb();
  tree = await arrange(aTree);
  adminMade = await arrange((tx) => anOfficer(tx, 'system_admin', tree.district.id));
  admin = withRecentFactor(adminMade.actor);
});

const invite = (more: object = {}, by = admin) =>
  inviteOfficer(by, {
    phone,
    name: '覃海燕',
    role: 'union_admin',
    organisationId: tree.union.id,
    endsOn: null,
    reason: '换届当选',
    ...more,
  });
async function invited(more: object = {}): Promise<string> {
  const made = await invite(more);
  if (!made.ok) throw new Error(made.reason);
  return made.value.invitationId;
}
/** Signed in with the phone by a texted code; with a password where it is set. */
const owner = async (given: { phone?: string; passwordHash?: string } = {}) =>
  arrange((tx) => anAccount(tx, { phone, passwordHash: 'set', ...given }));
const grants = (accountId: string) => sqlAsOwner()`select role, ends_on::text as ends_on, granted_by
  from role_grants where account_id = ${accountId} and revoked_at is null`;

describe('an officer who never signed in', () => {
  it('is asked by a text, and gets the role once the phone is proved and a password set', async () => {
    const id = await invited({ endsOn: addDays(today(), 400) });
    const [text] = await sqlAsOwner()`select template, account_id, phone_tail from outbox`;
    expect(text).toEqual({ template: 'officer_invitation', account_id: null, phone_tail: '7701' });
    expect(await listRoleInvitations(admin)).toMatchObject([
      { id, name: '覃海燕', phoneTail: '7701' },
    ]);
    const made = await arrange((tx) => anAccount(tx, { phone }));
    const mine = as(actorOf(made));
    expect((await listMyInvitations(mine)).invitations).toMatchObject([{ id }]);
    const accept = () => acceptInvitation(mine, { invitationId: id });
    expect(await accept()).toMatchObject({ reason: 'password_first' });
    await sqlAsOwner()`update accounts set password_hash = 'set' where id = ${made.accountId}`;
    expect(await accept()).toMatchObject({ ok: true });
    expect(await grants(made.accountId)).toMatchObject([
      { role: 'union_admin', ends_on: addDays(today(), 400), granted_by: adminMade.accountId },
    ]);
    const [named] =
      await sqlAsOwner()`select display_name from accounts where id = ${made.accountId}`;
    expect(named?.display_name).toBe('覃海燕');
    expect(await accept()).toMatchObject({ reason: 'invitation_over' });
    expect(await listRoleInvitations(admin)).toEqual([]);
    expect([await audited('invite_officer'), await audited('accept_officer_invitation')]).toEqual([
      1, 1,
    ]);
  });

  it('has no right before the second factor, whatever was accepted', async () => {
    const id = await invited();
    const made = await owner();
    await acceptInvitation(as(actorOf(made)), { invitationId: id });
    const { token } = await arrange((tx) => aSignedInSession(tx, made.accountId));
    expect(await actorOfToken(token)).toMatchObject({ grants: [] });
    const officer = { assurance: 'totp', mode: 'staff' } as const;
    const proved = await arrange((tx) => aSignedInSession(tx, made.accountId, officer));
    expect(await actorOfToken(proved.token)).toMatchObject({ grants: [{ role: 'union_admin' }] });
  });

  it('accepts once, also under two clicks', async () => {
    const id = await invited();
    const made = await owner();
    const click = () => acceptInvitation(as(actorOf(made)), { invitationId: id });
    const [first, second] = await raceAt('accept-invitation:locked', click, click);
    expect([first, second]).toMatchObject([{ ok: true }, { reason: 'invitation_over' }]);
    expect(await grants(made.accountId)).toHaveLength(1);
  });

  it('finds it over with another phone, after its days, taken back, or when who asked is let go', async () => {
    const id = await invited();
    const other = await owner({ phone: '13900007702' });
    const over = { reason: 'invitation_over' };
    expect(await acceptInvitation(as(actorOf(other)), { invitationId: id })).toMatchObject(over);
    expect((await listMyInvitations(as(actorOf(other)))).invitations).toEqual([]);
    const mine = as(actorOf(await owner()));
    const accept = (invitationId = id) => acceptInvitation(mine, { invitationId });
    await sqlAsOwner()`update role_invitations set expires_at = now() - interval '1 second'`;
    expect(await accept()).toMatchObject(over);
    await sqlAsOwner()`update role_invitations set expires_at = now() + interval '1 day'`;
    await sqlAsOwner()`update role_grants set revoked_at = now() where role = 'system_admin'`;
    expect(await accept()).toMatchObject(over);
    await sqlAsOwner()`update role_grants set revoked_at = null`;
    expect(await withdrawInvitation(admin, { invitationId: id })).toMatchObject({ ok: true });
    expect(await accept()).toMatchObject(over);
    expect(await withdrawInvitation(admin, { invitationId: id })).toMatchObject(over);
    const [text] =
      await sqlAsOwner()`select status from outbox where template = 'officer_invitation'`;
    expect(text?.status).toBe('cancelled');
  });

  it('is never who asked, by a phone they took over since, nor of their family', async () => {
    const id = await invited();
    await sqlAsOwner()`update accounts set password_hash = 'set', phone_index = ${phoneIndex(phone)},
      phone_sealed = ${sealField(phone, accountPhone(adminMade.accountId))}
      where id = ${adminMade.accountId}`;
    const self = as({ ...actorOf(adminMade), personId: null });
    expect(await acceptInvitation(self, { invitationId: id })).toMatchObject({
      reason: 'own_account',
    });
    const spouse = await invited({ phone: '13900007704' });
    const made = await owner({ phone: '13900007704' });
    await arrange((tx) => aChild(tx, { guardians: [made, adminMade] }));
    expect(await acceptInvitation(as(actorOf(made)), { invitationId: spouse })).toMatchObject({
      reason: 'own_account',
    });
    expect(await grants(made.accountId)).toEqual([]);
  });

  it('finds it over once who asked is administrator elsewhere only', async () => {
    const id = await invited();
    await sqlAsOwner()`update role_grants set organisation_id = ${tree.otherTown.id}
      where account_id = ${adminMade.accountId}`;
    const mine = as(actorOf(await owner()));
    expect(await acceptInvitation(mine, { invitationId: id })).toMatchObject({
      reason: 'invitation_over',
    });
  });

  it('stands in the ledger without a whole name, which would outlive the invitation', async () => {
    await invited();
    const [line] =
      await sqlAsOwner()`select after::text as after from audit_entries where action = 'invite_officer'`;
    expect(line?.after).not.toContain('覃海燕');
  });

  it('is not asked twice, nor where an account is, a role does not fit, or a term is wrong', async () => {
    expect(await invite({}, as(adminMade.actor) as typeof admin)).toMatchObject({
      reason: 'step_up',
    });
    expect(await invite({ role: 'town_admin' })).toMatchObject({ reason: 'role_does_not_fit' });
    expect(await invite({ endsOn: addDays(today(), -1) })).toMatchObject({
      reason: 'bad_term',
      fieldErrors: { endsOn: '到期日不能早于今天' },
    });
    await invited();
    expect(await invite()).toMatchObject({ reason: 'already_invited' });
    await owner({ phone: '13900007703' });
    expect(await invite({ phone: '13900007703' })).toMatchObject({ reason: 'has_account' });
  });

  it('is asked by system administrators alone', async () => {
    const town = await arrange((tx) => anOfficer(tx, 'town_admin', tree.town.id));
    await expect(invite({}, withRecentFactor(town.actor))).rejects.toThrow(NotFound);
    await expect(listRoleInvitations(as(town.actor))).rejects.toThrow(Forbidden);
    const id = await invited();
    await expect(
      withdrawInvitation(withRecentFactor(town.actor), { invitationId: id }),
    ).rejects.toThrow(NotFound);
  });
});

describe('the term of a role', () => {
  const reason = '代班';
  async function held(endsOn: string | null) {
    const made = await arrange((tx) => anAccount(tx, { displayName: '谢永福' }));
    const given = await grantRole(admin, {
      ...{ accountId: made.accountId, role: 'viewer', organisationId: tree.union.id },
      ...{ reason, endsOn },
    });
    if (!given.ok) throw new Error(given.reason);
    const officer = { assurance: 'totp', mode: 'staff' } as const;
    const { token } = await arrange((tx) => aSignedInSession(tx, made.accountId, officer));
    return { ...made, token, grantId: given.value.grantId };
  }
  const rolesOf = async (token: string) => {
    const actor = await actorOfToken(token);
    return actor.kind === 'account' ? actor.grants.map((grant) => grant.role) : [];
  };
  const dated = (id: string, on: string) =>
    sqlAsOwner()`update role_grants set ends_on = ${on}::date where id = ${id}`;

  it('lasts to the end of its last day, and opens nothing afterwards, before any job has run', async () => {
    const one = await held(today());
    expect(await rolesOf(one.token)).toEqual(['viewer']);
    await dated(one.grantId, addDays(today(), -1));
    expect(await rolesOf(one.token)).toEqual([]);
  });

  it('is taken back by night with a line in the ledger, and told once; one that nears its end is warned of once', async () => {
    const [over, soon, far] = [
      await held(today()),
      await held(addDays(today(), 10)),
      await held(null),
    ];
    await dated(over.grantId, addDays(today(), -1));
    const ctx = makeCtx({ kind: 'system', label: '测试' });
    expect(await endTerms(ctx)).toEqual({ done: 2, failed: 0 });
    await endTerms(ctx);
    expect(await grants(over.accountId)).toEqual([]);
    expect(await grants(soon.accountId)).toHaveLength(1);
    expect(await audited('end_role_term')).toBe(1);
    const titles = async (accountId: string) => {
      const rows =
        await sqlAsOwner()`select title from notices where account_id = ${accountId} order by title`;
      return rows.map((row) => row.title);
    };
    expect(await titles(over.accountId)).toContain('您的工作角色已到期');
    expect(await titles(soon.accountId)).toEqual(
      ['您有了新的工作角色', '您的工作角色快到期了'].sort(),
    );
    expect(await titles(far.accountId)).toEqual(['您有了新的工作角色']);
  });

  it('is changed with a reason; never to a day that is over, nor for a system administrator', async () => {
    const one = await held(null);
    const change = (endsOn: string | null, grantId = one.grantId) =>
      changeTerm(admin, { grantId, endsOn, reason });
    const until = addDays(today(), 30);
    expect(await change(until)).toMatchObject({ ok: true });
    expect(await grants(one.accountId)).toMatchObject([{ ends_on: until }]);
    expect(await change(addDays(today(), -1))).toMatchObject({ reason: 'bad_term' });
    expect(await change(null)).toMatchObject({ ok: true });
    const second = await arrange((tx) => anOfficer(tx, 'system_admin', tree.district.id));
    const [grant] = await sqlAsOwner()<{ id: string }[]>`
      select id from role_grants where account_id = ${second.accountId}`;
    expect(await change(until, grant?.id)).toMatchObject({
      reason: 'bad_term',
      fieldErrors: { endsOn: expect.stringContaining('系统管理员不设到期日') },
    });
    const town = await arrange((tx) => anOfficer(tx, 'town_admin', tree.town.id));
    await expect(
      changeTerm(withRecentFactor(town.actor), { grantId: one.grantId, endsOn: null, reason }),
    ).rejects.toThrow(NotFound);
  });
});
