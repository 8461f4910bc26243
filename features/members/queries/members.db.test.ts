import { beforeEach, describe, expect, it } from 'vitest';
import { aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aTree, type Tree } from '@/db/factories/organisations';
import { membershipChanges } from '@/db/schema/membership';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { Forbidden, NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { revealMemberField } from '../commands/reveal-member-field';
import { memberFilter } from '../schema/members';
import { getMember } from './member';
import { listMembers } from './members';

let tree: Tree;
let officer: Awaited<ReturnType<typeof anOfficer>>;
let viewer: Awaited<ReturnType<typeof anOfficer>>;
let member: Awaited<ReturnType<typeof aMember>>;
const found = async ({ q = '', ...asked }: Record<string, string> = {}, who = officer) =>
  (await listMembers(as(who.actor), { ...memberFilter.parse(asked), q })).items.map(
    (item) => item.name,
  );

beforeEach(async () => {
  await resetDb();
  await arrange(async (tx) => {
    tree = await aTree(tx);
    officer = await anOfficer(tx, 'town_admin', tree.town.id);
    viewer = await anOfficer(tx, 'viewer', tree.district.id);
    member = await aMember(tx, { organisationId: tree.union.id, name: '韦小满' });
    const [organisationId, on] = [tree.otherUnion.id, '2026-06-01'];
    const { personId, membershipId } = await aMember(tx, {
      organisationId,
      name: '韦大满',
      joinedOn: on,
    });
    await tx.db.insert(membershipChanges).values({
      id: newId(),
      membershipId,
      personId,
      organisationId,
      type: 'joined',
      on,
      isNewForm: false,
    });
  });
});

describe('the member list', () => {
  it('holds the officer’s scope and nothing else', async () => {
    expect(await found()).toEqual(['韦小满']);
    expect(await found({}, viewer)).toEqual(['韦大满', '韦小满']);
    expect(await found({ q: '大满' })).toEqual([]);
    expect(await found({ q: 'wxm' })).toEqual(['韦小满']);
    expect(await found({ q: member.idNumber })).toEqual(['韦小满']);
    expect(await found({ from: '2026-06-01', to: '2026-06-30' }, viewer)).toEqual(['韦大满']);
  });

  it('shows a whole number only to those who decide, each look on record', async () => {
    const look = { personId: member.personId, field: 'document' as const };
    expect(await revealMemberField(as(officer.actor), look)).toMatchObject({
      ok: true,
      value: { value: member.idNumber },
    });
    await expect(revealMemberField(as(viewer.actor), look)).rejects.toThrow(Forbidden);
    const looks = await sqlAsOwner()`select 1 from audit_entries where action = 'view_id_number'`;
    expect(looks).toHaveLength(1);
  });

  it('has no page for a member of another union', async () => {
    const other = await arrange((tx) => anOfficer(tx, 'union_admin', tree.otherUnion.id));
    await expect(getMember(as(other.actor), member.personId)).rejects.toThrow(NotFound);
    expect((await getMember(as(officer.actor), member.personId)).idMasked).toContain('*');
  });
});
