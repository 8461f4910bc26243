import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOrganisation } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { addDays, todayOn } from '@/lib/dates';
import { Forbidden, NotFound } from '@/lib/errors';
import { getDeskCase, listDeskSides } from '../queries/desk-sides';
import {
  asked,
  bothUnions,
  letDaysPass,
  runTransferClocks,
  sideOf,
  transferRow,
} from '../transfers.test-helpers';
import { agreeTransfer } from './agree-transfer';
import { confirmTransfer } from './confirm-transfer';
import { proposeTransfer } from './propose-transfer';
import { resumeStopped } from './resume-stopped';
import { startTransfer } from './start-transfer';
import { stopTransfer } from './stop-transfer';
import { urgeTransfer } from './urge-transfer';
import { withdrawTransfer } from './withdraw-transfer';

beforeEach(resetDb);

const today = () => todayOn(new Date());
const _noticesOf = (accountId: string) =>
  sqlAsOwner()`select title, body from notices where account_id = ${accountId} order by created_at`;

describe('a stop', () => {
  it('stands still until its day, once, and goes on from the day after', async () => {
    const { transferId, old, young } = await asked();
    await agreeTransfer(as(young.actor), { transferId, side: 'in' });
    const stop = {
      transferId,
      kind: 'election',
      basis: '换届批复 3 号',
      endsOn: addDays(today(), 9),
    } as const;
    expect(
      await stopTransfer(as(old.actor), { ...stop, endsOn: addDays(today(), -1) }),
    ).toMatchObject({ reason: 'day_out_of_range' });
    expect(await stopTransfer(as(old.actor), stop)).toMatchObject({ ok: true });
    expect(await sideOf(transferId, 'out')).toMatchObject({ status: 'stopped', due_on: null });
    await letDaysPass(transferId, 40);
    await runTransferClocks();
    expect(await transferRow(transferId)).toMatchObject({ status: 'open' });
    await sqlAsOwner()`update clocks set start_on = start_on + 40, pauses = '[]'::jsonb || jsonb_build_array(jsonb_build_object('from', (start_on + 40)::text, 'to', null)) where kind = 'transfer_out'`;
    await sqlAsOwner()`update transfer_stops set starts_on = starts_on - 20, ends_on = ${addDays(today(), -2)}`;
    await resumeStopped(as({ kind: 'system', label: '测试' }));
    expect(await sideOf(transferId, 'out')).toMatchObject({ status: 'waiting' });
    expect(await stopTransfer(as(old.actor), stop)).toMatchObject({ reason: 'stopped_already' });
  });
});

describe('a transfer that the new union proposes', () => {
  const proposal = (made: Awaited<ReturnType<typeof bothUnions>>) => ({
    ...{ toId: made.tree.otherUnion.id, memberNo: made.member.memberNo, name: '黄小满' },
  });

  it('is not seen by the old union before the member confirms, nor after a no, and then is', async () => {
    const made = await bothUnions();
    const propose = async () => {
      const done = await proposeTransfer(as(made.young.actor), proposal(made));
      if (!done.ok) throw new Error(done.reason);
      return done.value.id;
    };
    const seenBy = async (officer: typeof made.old, id: string) => {
      const { waiting, ended } = await listDeskSides(as(officer.actor));
      const listed = [...waiting, ...ended].some((line) => line.id === id);
      const opened = await getDeskCase(as(officer.actor), id).then(
        () => true,
        () => false,
      );
      return [listed, opened];
    };
    const first = await propose();
    expect(await seenBy(made.old, first)).toEqual([false, false]);
    expect(await seenBy(made.young, first)).toEqual([false, true]);
    await withdrawTransfer(made.me, { transferId: first });
    expect(await seenBy(made.old, first)).toEqual([false, false]);
    expect(await seenBy(made.young, first)).toEqual([true, true]);
    const [line] = await sqlAsOwner()`
      select organisation_id from audit_entries where action = 'withdraw_transfer'`;
    expect(line).toEqual({ organisation_id: made.tree.otherUnion.id });
    const second = await propose();
    await confirmTransfer(made.me, { transferId: second });
    expect(await seenBy(made.old, second)).toEqual([true, true]);
  });

  it('begins when the member confirms it, not before', async () => {
    const made = await bothUnions();
    const proposed = await proposeTransfer(as(made.young.actor), proposal(made));
    if (!proposed.ok) throw new Error(proposed.reason);
    const transferId = proposed.value.id;
    await expect(agreeTransfer(as(made.old.actor), { transferId, side: 'out' })).rejects.toThrow(
      NotFound,
    );
    expect(await agreeTransfer(as(made.young.actor), { transferId, side: 'in' })).toMatchObject({
      reason: 'transfer_over',
      detail: { state: '等本人确认' },
    });
    expect(await confirmTransfer(made.me, { transferId })).toMatchObject({ ok: true });
    await agreeTransfer(as(made.old.actor), { transferId, side: 'out' });
    expect(await transferRow(transferId)).toMatchObject({ status: 'done' });
  });

  it('answers alike to a wrong name and to an unknown number', async () => {
    const made = await bothUnions();
    const wrong = { ...proposal(made), name: '别人' };
    const unknown = { ...proposal(made), memberNo: '000000000000' };
    const [a, b] = [
      await proposeTransfer(as(made.young.actor), wrong),
      await proposeTransfer(as(made.young.actor), unknown),
    ];
    expect(a).toEqual(b);
    expect(a).toMatchObject({ reason: 'no_such_member' });
    await expect(proposeTransfer(as(made.stranger.actor), proposal(made))).rejects.toThrow(
      Forbidden,
    );
  });
});

describe('what is no transfer', () => {
  it('is refused: to the own union, a closed one, a federation, another tree, and a second one', async () => {
    const { me, tree } = await bothUnions();
    const [closed, foreign] = await arrange(async (tx) => {
      const root = await anOrganisation(tx, { kind: 'district_federation', name: '别的区总工会' });
      return [
        await anOrganisation(tx, { parentId: tree.town.id, closedAt: new Date() }),
        await anOrganisation(tx, { parentId: root.id }),
      ];
    });
    const to = (toId: string) => startTransfer(me, { toId, employerName: null });
    expect(await to(tree.union.id)).toMatchObject({ reason: 'own_union' });
    expect(await to(closed.id)).toMatchObject({ reason: 'union_closed' });
    expect(await to(tree.district.id)).toMatchObject({ reason: 'no_such_union' });
    expect(await to(foreign.id)).toMatchObject({ reason: 'no_such_union' });
    expect(await to(tree.otherUnion.id)).toMatchObject({ ok: true });
    expect(await to(tree.home.id)).toMatchObject({ reason: 'transfer_open' });
  });

  it('is not to be touched by another member', async () => {
    const { transferId, tree } = await asked();
    const other = await arrange((tx) => aMember(tx, { organisationId: tree.union.id }));
    const they = as(actorOf(other));
    await expect(withdrawTransfer(they, { transferId })).rejects.toThrow(NotFound);
    await expect(urgeTransfer(they, { transferId, side: 'out' })).rejects.toThrow(NotFound);
  });

  it('reminds a union once in so many days', async () => {
    const { transferId, me } = await asked();
    expect(await urgeTransfer(me, { transferId, side: 'out' })).toMatchObject({
      reason: 'urged_lately',
    });
    await sqlAsOwner()`update transfers set opened_at = opened_at - interval '8 days'`;
    expect(await urgeTransfer(me, { transferId, side: 'out' })).toMatchObject({ ok: true });
    expect(await urgeTransfer(me, { transferId, side: 'out' })).toMatchObject({
      reason: 'urged_lately',
    });
  });
});
