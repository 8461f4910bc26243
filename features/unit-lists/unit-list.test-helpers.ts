import { aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { accountPhone } from '@/db/schema/identity';
import type { offerings } from '@/db/schema/offerings';
import { sqlAsOwner } from '@/db/testing/index';
import { openField } from '@/lib/crypto/field';
import { previewUnitList } from './commands/preview-unit-list';
import { submitUnitList } from './commands/submit-unit-list';
import { lookThroughInput } from './schema/unit-list';

type Given = Partial<typeof offerings.$inferInsert> & { capacity?: number };

export async function aScene({ capacity = 2, ...given }: Given = {}) {
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
export type Scene = Awaited<ReturnType<typeof aScene>>;

export const phoneOf = async (accountId: string) => {
  const [row] = await sqlAsOwner()`select phone_sealed from accounts where id = ${accountId}`;
  return openField(row?.phone_sealed as string, accountPhone(accountId));
};
export const linesOf = async (scene: Scene, members = scene.people) => {
  const lines = [];
  for (const { name, accountId } of members) lines.push(`${name}\t${await phoneOf(accountId)}`);
  return lines.join('\n');
};

export const look = (scene: Scene, given: Record<string, unknown>, by = scene.chair) =>
  previewUnitList(
    as(by.actor),
    lookThroughInput.parse({
      offeringId: scene.offering.id,
      sessionId: scene.session.id,
      organisationId: scene.tree.union.id,
      ...given,
    }),
  );
export async function handIn(scene: Scene, given: Record<string, unknown>) {
  const draft = await look(scene, given);
  if (!draft.ok) throw new Error(draft.reason);
  const done = await submitUnitList(as(scene.chair.actor), { listId: draft.value.listId });
  return { ...done, listId: draft.value.listId };
}
export const outcomes = async (listId: string) => {
  const rows = await sqlAsOwner()`
    select row_no, outcome from unit_list_rows where list_id = ${listId} order by row_no`;
  return rows.map((row) => row.outcome);
};
export const places = async (scene: Scene) => {
  const [row] = await sqlAsOwner()`
    select taken, waiting, reserved from session_capacity where session_id = ${scene.session.id}`;
  return { ...row };
};
