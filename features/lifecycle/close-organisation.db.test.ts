import { beforeEach, describe, expect, it } from 'vitest';
import { aMember, anOfficer } from '@/db/factories/accounts';
import { aSubmittedApplication } from '@/db/factories/applications';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering } from '@/db/factories/offerings';
import { anEmployer, anOrganisation, aTree, type Tree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import type { AccountActor } from '@/lib/actor';
import { addDays, todayOn } from '@/lib/dates';
import { Forbidden } from '@/lib/errors';
import { closeOrganisation } from './commands/close-organisation';
import { tellCarried } from './commands/tell-carried';
import { type CloseOrganisationInput, closeOrganisationInput } from './schema';

let tree: Tree;
let admin: AccountActor;
const today = todayOn(new Date());
const yesterday = addDays(today, -1);

beforeEach(async () => {
  await resetDb();
  tree = await arrange(aTree);
  admin = (await arrange((tx) => anOfficer(tx, 'system_admin', tree.district.id))).actor;
  await sqlAsOwner()`update organisations set town_id = id where kind = 'town_federation'`;
});

const sure = (actor: AccountActor) => as({ ...actor, steppedUpAt: new Date() });
const close = (id: string, more: Partial<CloseOrganisationInput> = {}, ctx = sure(admin)) =>
  closeOrganisation(ctx, {
    ...closeOrganisationInput.parse({
      ...{ id, version: 1, members: 0, way: 'dissolved', documentNo: '总工批〔2026〕9号' },
      ...{ decidedOn: today, reason: '企业终止' },
    }),
    ...more,
  });
const merge = (members: number, more: Partial<CloseOrganisationInput> = {}) =>
  close(tree.union.id, { way: 'merged', successorId: tree.otherUnion.id, members, ...more });
const sql = sqlAsOwner();
const member = (given: object = {}) =>
  arrange((tx) => aMember(tx, { organisationId: tree.union.id, ...given }));
const rowOf = async (id: string) => (await sql`select * from organisations where id = ${id}`)[0];
const ofPerson = (personId: string) => sql`select id, organisation_id as at, status, member_no,
  previous_id, joined_on::text as joined, moved_in_on::text as since, ended_on::text as ended
  from memberships where person_id = ${personId} order by previous_id nulls first`;

describe('closing a union of nobody', () => {
  it('keeps the row with its paper, frees its employers and says why', async () => {
    const { id: employer } = await arrange((tx) => anEmployer(tx, { unionId: tree.union.id }));
    expect((await close(tree.union.id)).ok).toBe(true);
    expect(await rowOf(tree.union.id)).toMatchObject({
      closed_by_document: '总工批〔2026〕9号',
      successor_id: null,
    });
    const [freed] = await sql`select union_id from employers where id = ${employer}`;
    expect(freed?.union_id).toBeNull();
    const lines = await sql`
      select reason from audit_entries where action = 'close_organisation'`;
    expect(lines).toMatchObject([{ reason: '企业终止' }]);
  });

  it('needs a second factor given just now, a fresh page and the right above it', async () => {
    expect(await close(tree.union.id, {}, as(admin))).toMatchObject({ reason: 'step_up' });
    expect(await close(tree.union.id, { version: 9 })).toMatchObject({ reason: 'stale' });
    expect(await close(tree.district.id)).toMatchObject({ reason: 'root_stays' });
    const { actor } = await arrange((tx) => anOfficer(tx, 'union_admin', tree.union.id));
    await expect(close(tree.union.id, {}, sure(actor))).rejects.toThrow(Forbidden);
    expect((await rowOf(tree.union.id))?.closed_at).toBeNull();
  });
});

describe('a union merged into another', () => {
  it('carries each 会籍: number and first day stay, the old one ends yesterday, the new one points to it', async () => {
    const one = await member();
    const two = await member();
    await sql`update memberships set status = 'retained' where id = ${two.membershipId}`;
    expect(await merge(2)).toMatchObject({ ok: true, value: { members: 2 } });
    for (const [{ personId, memberNo, membershipId }, status] of [
      [one, 'regular'],
      [two, 'retained'],
    ] as const)
      expect(await ofPerson(personId)).toMatchObject([
        { at: tree.union.id, status: 'left', member_no: memberNo, ended: yesterday },
        {
          ...{ at: tree.otherUnion.id, status, member_no: memberNo, joined: '2024-03-02' },
          ...{ previous_id: membershipId, since: today },
        },
      ]);
    const log = await sql`select type, reason, organisation_id as at, "on"::text as day
      from membership_changes where person_id = ${one.personId} order by type desc`;
    expect(log).toEqual([
      { type: 'moved_out', reason: 'union_merged', at: tree.union.id, day: yesterday },
      { type: 'moved_in', reason: 'union_merged', at: tree.otherUnion.id, day: today },
    ]);
    const [person] = await sql`select union_id from people where id = ${one.personId}`;
    expect(person?.union_id).toBe(tree.otherUnion.id);
    expect(
      await sql`select after->>'members' as n, after->>'successor' as successor, organisation_id as at
      from audit_entries where action = 'merge_organisation'`,
    ).toEqual([{ n: '2', successor: '乙厂工会', at: tree.union.id }]);
  });

  it('tells each member once, however often the job runs', async () => {
    const { accountId } = await member();
    await member();
    await merge(2);
    await tellCarried(tree.union.id);
    await tellCarried(tree.union.id);
    const said = await sql`select account_id as id, title, body from notices
      where dedupe_key like 'closing:%:carried'`;
    expect(said).toHaveLength(2);
    expect(said.find(({ id }) => id === accountId)).toMatchObject({
      title: '您的会籍转到乙厂工会',
      body: expect.stringContaining('甲厂工会并入乙厂工会'),
    });
    expect(await sql`select 1 from outbox where dedupe_key like 'closing:%:carried'`).toHaveLength(
      2,
    );
  });

  it('takes employers, applications with their clock, requests and places along', async () => {
    const made = await arrange(async (tx) => {
      const employer = await anEmployer(tx, { unionId: tree.union.id });
      const waiting = await aSubmittedApplication(tx, { organisationId: tree.union.id });
      const passedUp = await aSubmittedApplication(tx, {
        ...{ organisationId: tree.union.id },
        after: { deskId: tree.town.id, escalatedAt: new Date() },
      });
      return { employer, waiting, passedUp };
    });
    await sql`insert into venues (id, organisation_id, name, address)
      values (gen_random_uuid(), ${tree.union.id}, '活动室', '甲厂内')`;
    const clock = () =>
      sql`select due_on, ended_at from clocks where subject_id = ${made.waiting.id}`;
    const before = await clock();
    expect((await merge(0)).ok).toBe(true);
    const desks =
      await sql`select id, organisation_id as at, desk_id as desk from membership_applications`;
    const of = (id: string) => desks.find((row) => row.id === id);
    expect(of(made.waiting.id)).toMatchObject({ at: tree.otherUnion.id, desk: tree.otherUnion.id });
    expect(of(made.passedUp.id)).toMatchObject({ at: tree.otherUnion.id, desk: tree.otherTown.id });
    expect(await clock()).toEqual(before);
    expect(await sql`select 1 from notices where title = '入会申请由乙厂工会接着办'`).toHaveLength(
      2,
    );
    expect(await sql`select note from application_events where type = 'moved_union'`).toMatchObject(
      [{ note: '甲厂工会并入乙厂工会，由乙厂工会接着办' }, {}],
    );
    const [employer] = await sql`select union_id from employers where id = ${made.employer.id}`;
    expect(employer?.union_id).toBe(tree.otherUnion.id);
    expect(await sql`select organisation_id as at from venues`).toEqual([
      { at: tree.otherUnion.id },
    ]);
  });

  it('ends roles, offices and invitations there, and leaves services to the level above', async () => {
    const chair = await arrange((tx) => anOfficer(tx, 'union_admin', tree.union.id));
    const { id: offering } = await arrange((tx) =>
      anOffering(tx, { organisationId: tree.union.id }),
    );
    await sql`insert into role_invitations (id, phone_index, phone_tail, name, role, organisation_id, reason,
        invited_by, created_at, expires_at)
      values (gen_random_uuid(), 'x', '0000', '韦小满', 'union_admin', ${tree.union.id}, '换届',
        ${chair.accountId}, now(), now() + interval '7 days')`;
    expect((await merge(0)).ok).toBe(true);
    const grants =
      await sql`select revoked_at from role_grants where organisation_id = ${tree.union.id}`;
    expect(grants.every(({ revoked_at }) => revoked_at !== null)).toBe(true);
    expect(await sql`select 1 from notices where account_id = ${chair.accountId}`).toHaveLength(1);
    expect(await sql`select 1 from role_invitations where ended_at is null`).toHaveLength(0);
    const [stays] =
      await sql`select organisation_id as at, status from offerings where id = ${offering}`;
    expect(stays).toMatchObject({ at: tree.union.id });
  });

  it('puts the unions below it, with all of theirs, where the officer says', async () => {
    const below = await arrange((tx) =>
      anOrganisation(tx, { parentId: tree.union.id, townId: tree.town.id }),
    );
    const { personId } = await arrange((tx) => aMember(tx, { organisationId: below.id }));
    const firm = await arrange((tx) => anEmployer(tx, { unionId: below.id, townId: tree.town.id }));
    expect((await merge(0, { childrenTo: 'successor' })).ok).toBe(true);
    expect(await rowOf(below.id)).toMatchObject({
      ...{ parent_id: tree.otherUnion.id, town_id: tree.otherTown.id, closed_at: null },
    });
    expect(await ofPerson(personId)).toMatchObject([{ at: below.id, status: 'regular' }]);
    const [employer] = await sql`select town_id, union_id from employers where id = ${firm.id}`;
    expect(employer).toEqual({ town_id: tree.otherTown.id, union_id: below.id });
  });

  it('is refused for itself, one below it, a closed one, another kind, and out of reach', async () => {
    const below = await arrange((tx) => anOrganisation(tx, { parentId: tree.union.id }));
    const to = (successorId: string | null, more = {}) => merge(0, { successorId, ...more });
    expect(await to(null)).toMatchObject({ reason: 'successor_needed' });
    expect(await to(tree.union.id)).toMatchObject({ reason: 'successor_itself' });
    expect(await to(below.id)).toMatchObject({ reason: 'successor_below' });
    expect(await to(tree.otherTown.id)).toMatchObject({ reason: 'successor_kind' });
    expect(await to(tree.home.id)).toMatchObject({ reason: 'successor_kind' });
    await sql`update organisations set closed_at = now() where id = ${tree.otherUnion.id}`;
    expect(await to(tree.otherUnion.id)).toMatchObject({ reason: 'successor_closed' });
    const half = await arrange((tx) => anOfficer(tx, 'organisation_officer', tree.town.id));
    const forged = { way: 'merged', successorId: tree.otherUnion.id } as const;
    await expect(close(tree.union.id, forged, sure(half.actor))).rejects.toThrow(Forbidden);
    expect((await rowOf(tree.union.id))?.closed_at).toBeNull();
  });
});

describe('a union closed with its members', () => {
  it('needs somebody to take them, and the number of members that the page showed', async () => {
    await member();
    const home = { successorId: tree.home.id };
    expect(await close(tree.union.id, { members: 1 })).toMatchObject({
      reason: 'successor_needed',
    });
    expect(await close(tree.union.id, { ...home, members: 0 })).toMatchObject({
      reason: 'moved_on',
    });
    const future = { ...home, members: 1, decidedOn: addDays(today, 1) };
    expect(await close(tree.union.id, future)).toMatchObject({ reason: 'future' });
    expect((await close(tree.union.id, { ...home, members: 1 })).ok).toBe(true);
  });

  it('puts them into the 网上会员之家, and its employers have no union', async () => {
    const firm = await arrange((tx) => anEmployer(tx, { unionId: tree.union.id }));
    const { personId } = await member({ employerId: firm.id });
    await close(tree.union.id, { successorId: tree.home.id, members: 1 });
    expect(await ofPerson(personId)).toMatchObject([
      { at: tree.union.id },
      { at: tree.home.id, status: 'regular' },
    ]);
    const reasons = await sql`select distinct reason from membership_changes`;
    expect(reasons).toEqual([{ reason: 'union_closed' }]);
    const [employer] = await sql`select union_id from employers where id = ${firm.id}`;
    expect(employer?.union_id).toBeNull();
  });

  it('makes a 预备会员 of a closed home 正式 in a union of their own', async () => {
    const { personId, membershipId } = await member({ organisationId: tree.home.id });
    await sql`update memberships set status = 'provisional' where id = ${membershipId}`;
    await close(tree.home.id, { successorId: tree.union.id, members: 1 });
    expect((await ofPerson(personId))[1]).toMatchObject({ at: tree.union.id, status: 'regular' });
    expect(await sql`select reason from membership_changes where type = 'confirmed'`).toEqual([
      { reason: 'union_founded' },
    ]);
  });

  it('waits for what only its own officers can answer', async () => {
    const { personId, accountId, membershipId } = await member({ organisationId: tree.home.id });
    await sql`insert into transfers (id, number, person_id, account_id, membership_id, from_id, to_id, status,
        created_at, opened_at)
      values (gen_random_uuid(), 'ZH-1', ${personId}, ${accountId}, ${membershipId},
        ${tree.home.id}, ${tree.otherUnion.id}, 'open', now(), now())`;
    expect(await close(tree.otherUnion.id)).toMatchObject({ reason: 'has_transfers' });
    await sql`delete from transfers`;
    await sql`insert into membership_cases (id, kind, membership_id, person_id, account_id, organisation_id, status,
        warnings, opened_by, opened_at)
      values (gen_random_uuid(), 'lapse', ${membershipId}, ${personId}, ${accountId}, ${tree.home.id}, 'open',
        '[]', ${admin.accountId}, now())`;
    const home = { successorId: tree.union.id, members: 1 };
    expect(await close(tree.home.id, home)).toMatchObject({ reason: 'has_cases' });
    await sql`insert into imports (id, book, organisation_id, file_name, file_index, notes, uploaded_by, created_at)
      values (gen_random_uuid(), 'members', ${tree.union.id}, '名册', 'x', '{}', ${admin.accountId}, now())`;
    expect(await close(tree.union.id)).toMatchObject({ reason: 'has_imports' });
  });
});

describe('a town merged into another', () => {
  it('takes its unions and its employers along, and refuses two 网上会员之家 in one', async () => {
    const firm = await arrange((tx) => anEmployer(tx, { townId: tree.town.id }));
    const into = {
      way: 'merged',
      successorId: tree.otherTown.id,
      childrenTo: 'successor',
    } as const;
    const up = { ...into, childrenTo: 'parent' } as const;
    expect(await close(tree.town.id, up)).toMatchObject({ reason: 'children_do_not_fit' });
    const home = await arrange((tx) =>
      anOrganisation(tx, { kind: 'online_home', parentId: tree.otherTown.id }),
    );
    expect(await close(tree.town.id, into)).toMatchObject({ reason: 'children_do_not_fit' });
    await sql`update organisations set closed_at = now() where id = ${home.id}`;
    expect((await close(tree.town.id, into)).ok).toBe(true);
    expect(await rowOf(tree.union.id)).toMatchObject({
      ...{ parent_id: tree.otherTown.id, town_id: tree.otherTown.id },
    });
    const [employer] = await sql`select town_id from employers where id = ${firm.id}`;
    expect(employer?.town_id).toBe(tree.otherTown.id);
  });
});
