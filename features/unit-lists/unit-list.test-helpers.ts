import { aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/house';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { accountPhone } from '@/db/schema/identity';
import type { offerings } from '@/db/schema/offerings';
import { sqlAsOwner } from '@/db/testing/index';
import { openField } from '@/lib/crypto/field';
import { handInList } from './commands/hand-in-list';
import { lookThroughList } from './commands/look-through-list';
import { lookThroughInput } from './schema/unit-list';

type Given = Partial<typeof offerings.$inferInsert> & { capacity?: number };

export async function aHouse({ capacity = 2, ...given }: Given = {}) {
  return arrange(async (tx) => {
    const tree = await aTree(tx);
    const chair = await anOfficer(tx, 'union_admin', tree.union.id);
    const otherChair = await anOfficer(tx, 'union_admin', tree.otherUnion.id);
    const names = ['陈一帆', '罗小满', '买买提·艾力', '黄初晴'];
    const people = [];
    for (const name of names) {
      people.push({ name, ...(await aMember(tx, { organisationId: tree.union.id, name })) });
    }
    const elsewhere = await aMember(tx, { organisationId: tree.otherUnion.id, name: '谢远' });
    const offering = await anOffering(tx, {
      organisationId: tree.district.id,
      allocation: 'unit',
      ...given,
    });
    const session = await aSession(tx, { offeringId: offering.id, capacity });
    return { tree, chair, otherChair, people, elsewhere, offering, session };
  });
}
export type House = Awaited<ReturnType<typeof aHouse>>;

export const phoneOf = async (accountId: string) => {
  const [row] = await sqlAsOwner()`select phone_sealed from accounts where id = ${accountId}`;
  return openField(row?.phone_sealed as string, accountPhone(accountId));
};
export const linesOf = async (house: House, members = house.people) => {
  const lines = [];
  for (const { name, accountId } of members) lines.push(`${name}\t${await phoneOf(accountId)}`);
  return lines.join('\n');
};

export const look = (house: House, given: Record<string, unknown>, by = house.chair) =>
  lookThroughList(
    as(by.actor),
    lookThroughInput.parse({
      offeringId: house.offering.id,
      sessionId: house.session.id,
      organisationId: house.tree.union.id,
      ...given,
    }),
  );
export async function handIn(house: House, given: Record<string, unknown>) {
  const draft = await look(house, given);
  if (!draft.ok) throw new Error(draft.reason);
  const done = await handInList(as(house.chair.actor), { listId: draft.value.listId });
  return { ...done, listId: draft.value.listId };
}
export const outcomes = async (listId: string) => {
  const rows = await sqlAsOwner()`
    select row_no, outcome from unit_list_rows where list_id = ${listId} order by row_no`;
  return rows.map((row) => row.outcome);
};
export const places = async (house: House) => {
  const [row] = await sqlAsOwner()`
    select taken, waiting, reserved from session_capacity where session_id = ${house.session.id}`;
  return { ...row };
};
