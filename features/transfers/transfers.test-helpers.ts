import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aDictionary } from '@/db/factories/membership';
import { aTree } from '@/db/factories/organisations';
import { sqlAsOwner } from '@/db/testing/index';
import { runClocks } from '@/features/clocks/commands/run-clocks';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { startTransfer } from './commands/start-transfer';
import { transferDeadlines } from './steps/keep-deadlines';

/** A member of `union` and the officers of both unions and of all above. */
export const bothUnions = () =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    await aDictionary(tx);
    const member = await aMember(tx, { organisationId: tree.union.id, name: '黄小满' });
    return {
      tree,
      member,
      me: as(actorOf(member)),
      old: await anOfficer(tx, 'union_admin', tree.union.id, { displayName: '老单位' }),
      young: await anOfficer(tx, 'union_admin', tree.otherUnion.id, { displayName: '新单位' }),
      above: await anOfficer(tx, 'town_admin', tree.town.id, { displayName: '镇里' }),
      stranger: await anOfficer(tx, 'union_admin', tree.home.id),
    };
  });

/** The same, with the transfer asked for. */
export async function asked() {
  const made = await bothUnions();
  const started = await startTransfer(made.me, {
    toId: made.tree.otherUnion.id,
    employerName: '乙物流',
  });
  if (!started.ok) throw new Error(started.reason);
  return { ...made, transferId: started.value.id };
}

/** So many members of `union` with a transfer each, the new union having agreed. */
export async function manyAsked(count: number) {
  const made = await bothUnions();
  const { tree } = made;
  const members = await arrange(async (tx) => {
    const all = [];
    for (let n = 0; n < count; n++) all.push(await aMember(tx, { organisationId: tree.union.id }));
    return all;
  });
  const transfers = [];
  for (const member of members) {
    const me = as(actorOf(member));
    const started = await startTransfer(me, { toId: tree.otherUnion.id, employerName: null });
    if (!started.ok) throw new Error(started.reason);
    transfers.push({ me, member, transferId: started.value.id });
  }
  await sqlAsOwner()`update transfer_sides set status = 'agreed', due_on = null,
    agreed_on = (now() at time zone 'Asia/Shanghai')::date where side = 'in'`;
  return { ...made, transfers };
}

/** Lets so many days pass for a transfer: its clocks and its sides as if everything had begun earlier. */
export const letDaysPass = async (transferId: string, days: number): Promise<void> => {
  const sql = sqlAsOwner();
  await sql`update clocks set start_on = start_on - ${days}::int, due_on = due_on - ${days}::int,
    late_at = late_at - make_interval(days => ${days}) where subject_id = ${transferId}`;
  await sql`update transfer_sides set due_on = due_on - ${days}::int, agreed_on = agreed_on - ${days}::int
    where transfer_id = ${transferId}`;
};

/** The clocks as the worker process runs them. */
export const runTransferClocks = () => runClocks(makeCtx(system()), transferDeadlines);

export const sideOf = async (transferId: string, side: 'out' | 'in') => {
  const [row] = await sqlAsOwner()`select status, desk_id, due_on::text, agreed_on::text, refusal
    from transfer_sides where transfer_id = ${transferId} and side = ${side}`;
  return row;
};

export const transferRow = async (transferId: string) => {
  const [row] = await sqlAsOwner()`
    select status, effective_on::text from transfers where id = ${transferId}`;
  return row;
};

/** Every 会籍 of a person, the newest last. */
export const membershipsOf = (personId: string) => sqlAsOwner()`
  select organisation_id, status, member_no, joined_on::text, moved_in_on::text, ended_on::text,
    previous_id is not null as points_back from memberships where person_id = ${personId}
  order by moved_in_on nulls first`;
