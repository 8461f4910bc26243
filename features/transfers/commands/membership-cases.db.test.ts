import { beforeEach, describe, expect, it } from 'vitest';
import { as } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { findMyStatus } from '@/features/members/queries/my-status';
import type { AccountActor } from '@/lib/actor';
import { addDays, todayOn } from '@/lib/dates';
import { Forbidden, NotFound } from '@/lib/errors';
import { listMembershipCases } from '../queries/membership-cases';
import { bothUnions } from '../transfers.test-helpers';
import { carryOutCase } from './carry-out-case';
import { dropCase } from './drop-case';
import { openExpulsion } from './open-expulsion';
import { revealCase } from './reveal-case';
import { startTransfer } from './start-transfer';
import { warnMember } from './warn-member';

beforeEach(resetDb);

const today = () => todayOn(new Date());
/** At the desk with the second factor given just now. */
const sure = (actor: AccountActor) => as({ ...actor, steppedUpAt: new Date() });
const note = '两次谈话都没有改';

describe('自动退会', () => {
  const warned = async (times: number) => {
    const made = await bothUnions();
    const input = { personId: made.member.personId, on: today(), note: '打过电话' };
    let caseId = '';
    for (let n = 0; n < times; n++) {
      const done = await warnMember(as(made.old.actor), input);
      if (!done.ok) throw new Error(done.reason);
      caseId = done.value.id;
    }
    return { ...made, caseId };
  };
  const long = (caseId: string) => sqlAsOwner()`
    update membership_cases set warnings = jsonb_build_array(
      jsonb_build_object('on', ${addDays(today(), -90)}::text, 'note', 'x'),
      jsonb_build_object('on', ${addDays(today(), -40)}::text, 'note', 'y')) where id = ${caseId}`;

  it('is told to the member at each warning, and waits for enough of them and their days', async () => {
    const { member, above, caseId } = await warned(1);
    const notified =
      await sqlAsOwner()`select title from notices where account_id = ${member.accountId}`;
    expect(notified).toHaveLength(1);
    expect(await carryOutCase(sure(above.actor), { caseId, note })).toMatchObject({
      reason: 'too_early',
    });
    await long(caseId);
    const [line] = await listMembershipCases(as(above.actor));
    expect(line).toMatchObject({ readyOn: addDays(today(), -10) });
    expect((await sqlAsOwner()`select status from memberships`)[0]).toEqual({ status: 'regular' });
  });

  it('is carried out by another officer than the one who warned, in the database too', async () => {
    const { me, old, above, caseId, tree } = await warned(2);
    await startTransfer(me, { toId: tree.otherUnion.id, employerName: null });
    await long(caseId);
    expect(await carryOutCase(as(above.actor), { caseId, note })).toMatchObject({
      reason: 'step_up',
    });
    expect(await carryOutCase(sure(old.actor), { caseId, note })).toMatchObject({
      reason: 'same_opener',
    });
    await expect(
      sqlAsOwner()`update membership_cases set status = 'carried_out', decided_at = now(), decided_by = opened_by`,
    ).rejects.toThrow('membership_cases_two');
    expect(await carryOutCase(sure(above.actor), { caseId, note })).toMatchObject({ ok: true });
    expect(await findMyStatus(me)).toMatchObject({
      status: 'left',
      change: { type: 'lapsed', reason: 'no_dues' },
    });
    expect((await sqlAsOwner()`select status from transfers`)[0]).toEqual({ status: 'withdrawn' });
    expect(await carryOutCase(sure(above.actor), { caseId, note })).toMatchObject({
      reason: 'case_over',
    });
  });

  it('ends without a change when the member puts it right', async () => {
    const { me, old, stranger, caseId } = await warned(1);
    await expect(dropCase(as(stranger.actor), { caseId, note })).rejects.toThrow(NotFound);
    expect(await dropCase(as(old.actor), { caseId, note: '已补交会费' })).toMatchObject({
      ok: true,
    });
    expect(await findMyStatus(me)).toMatchObject({ status: 'regular' });
  });
});

describe('除名', () => {
  const judgement = '（2026）刑初 1 号';
  const opened = async () => {
    const made = await bothUnions();
    const input = { personId: made.member.personId, judgement, facts: '委员会讨论过' };
    expect(await openExpulsion(as(made.old.actor), input)).toMatchObject({ reason: 'step_up' });
    const done = await openExpulsion(sure(made.old.actor), input);
    if (!done.ok) throw new Error(done.reason);
    expect(await openExpulsion(sure(made.old.actor), input)).toMatchObject({
      reason: 'other_case',
    });
    return { ...made, caseId: done.value.id };
  };

  it('is sealed, and each look at what it rests on is on record', async () => {
    const { above, stranger, caseId } = await opened();
    const [row] = await sqlAsOwner()`select facts_sealed from membership_cases`;
    expect(String(row?.facts_sealed)).not.toContain('刑初');
    await expect(revealCase(as(stranger.actor), { caseId })).rejects.toThrow(NotFound);
    const seen = await revealCase(as(above.actor), { caseId });
    expect(seen.ok && seen.value.value).toContain(judgement);
    expect(
      await sqlAsOwner()`select 1 from audit_entries where action = 'view_case_facts'`,
    ).toHaveLength(1);
  });

  it('is decided by the level above the union alone', async () => {
    const { me, old, above, caseId } = await opened();
    await expect(carryOutCase(sure(old.actor), { caseId, note })).rejects.toThrow(Forbidden);
    expect(await carryOutCase(sure(above.actor), { caseId, note })).toMatchObject({ ok: true });
    expect(await findMyStatus(me)).toMatchObject({
      status: 'left',
      change: { type: 'expelled', reason: 'crime' },
    });
  });
});
