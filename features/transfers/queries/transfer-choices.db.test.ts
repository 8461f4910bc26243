import { beforeEach, describe, expect, it } from 'vitest';
import { arrange } from '@/db/factories/arrange';
import { employers } from '@/db/schema/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { newId } from '@/lib/ids';
import { bothUnions } from '../transfers.test-helpers';
import { listTransferChoices } from './transfer-choices';
import { previewTransfer } from './transfer-preview';

beforeEach(resetDb);

/** A member of `union`, and a shop in town without a union. */
async function aShop() {
  const made = await bothUnions();
  const employerId = newId();
  await arrange((tx) =>
    tx.db.insert(employers).values({
      ...{ id: employerId, name: '小满小铺', pinyin: 'xiao man xiao pu', initials: 'xmxp' },
      townId: made.tree.town.id,
    }),
  );
  return { ...made, employerId };
}

describe('a new employer without a union', () => {
  it('leads to the 网上会员之家 of its town, as the next page says before it is confirmed', async () => {
    const { me, tree, employerId } = await aShop();
    const { employers: found } = await listTransferChoices(me, '小满小铺');
    expect(found).toEqual([
      {
        ...{ id: employerId, name: '小满小铺', unionId: tree.home.id, stays: false },
        words: `还没有工会，会籍先转到${tree.home.shortName}`,
      },
    ]);
    expect(await previewTransfer(me, tree.home.id, employerId)).toMatchObject({
      value: { to: { takesWithoutUnion: true }, employer: { name: '小满小铺' } },
    });
    expect(await previewTransfer(me, tree.otherUnion.id, undefined)).toMatchObject({
      value: { to: { takesWithoutUnion: false } },
    });
  });

  it('leaves the 会籍 of who is in that 网上会员之家 already where it is', async () => {
    const { me, tree, member } = await aShop();
    await sqlAsOwner()`update memberships set organisation_id = ${tree.home.id}
      where id = ${member.membershipId}`;
    const choices = await listTransferChoices(me, '小满小铺');
    expect(choices.employers).toMatchObject([{ stays: true }]);
    expect(choices.employers[0]?.words).toContain('只登记新单位');
    expect(choices.homes.find(({ id }) => id === tree.home.id)?.stays).toBe(true);
  });
});
