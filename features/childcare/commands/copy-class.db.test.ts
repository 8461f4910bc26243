import { beforeEach, describe, expect, it } from 'vitest';
import { arrange } from '@/db/factories/arrange';
import { aSession } from '@/db/factories/offerings';
import { checklistItems } from '@/db/schema/enums';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { NotFound } from '@/lib/errors';
import { getClassStaff } from '../queries/class-staff';
import { aClass, type Class, ready } from './class-day.test-helpers';
import { copyClass } from './copy-class';
import { removeClassStaff } from './remove-staff';

let c: Class;
let staffId: string;
let next: string;
beforeEach(async () => {
  await resetDb();
  c = await aClass();
  staffId = await ready(c);
  const [row] =
    await sqlAsOwner()`select offering_id as id from offering_sessions where id = ${c.sessionId}`;
  const session = await arrange((tx) => aSession(tx, { offeringId: row?.id as string }));
  next = session.id;
});

const copied = (given: Partial<Parameters<typeof copyClass>[1]> = {}) =>
  copyClass(c.officer, {
    sessionId: next,
    fromId: c.sessionId,
    staff: [staffId],
    items: [...checklistItems],
    ...given,
  });

describe('a class made after another', () => {
  it('is offered its staff and what was checked, and takes over what is ticked, checks too', async () => {
    const before = await getClassStaff(c.officer, next);
    expect(before.before).toMatchObject({
      id: c.sessionId,
      staff: [{ name: '李素梅', here: false }],
    });
    expect(await copied()).toMatchObject({ ok: true });
    const view = await getClassStaff(c.officer, next);
    expect(view.staff).toMatchObject([
      { name: '李素梅', role: 'teacher', phoneTail: '0002', passedOn: c.today, state: 'valid' },
    ]);
    expect(view.before?.staff).toMatchObject([{ here: true }]);
    const [notified] = await sqlAsOwner()`
      select count(*)::int as n from notices where title = '您已登记为托管班看护人员'`;
    expect(notified?.n).toBe(2);
    const [entry] =
      await sqlAsOwner()`select after from audit_entries where action = 'copy_class_staff'`;
    expect(JSON.stringify(entry?.after)).not.toContain('李素梅');
  });

  it('never takes over what is about the children of one class: insurance and who may fetch them', async () => {
    await copied();
    const { checklist } = await getClassStaff(c.officer, next);
    expect(checklist.map(({ item }) => item).sort()).toEqual(['emergency', 'fire', 'food']);
  });

  it('takes a person without a check that is over, and nobody who was taken off', async () => {
    await sqlAsOwner()`update class_staff set check_passed_on = '2020-01-01', check_valid_until = '2020-12-31'`;
    await copied();
    expect((await getClassStaff(c.officer, next)).staff).toMatchObject([
      { name: '李素梅', passedOn: null, state: 'missing' },
    ]);
    await sqlAsOwner()`delete from class_staff where session_id = ${next}`;
    await removeClassStaff(c.officer, { staffId });
    expect((await getClassStaff(c.officer, next)).before).toBeNull();
    await copied();
    expect((await getClassStaff(c.officer, next)).staff).toEqual([]);
  });

  it('takes the same over once, and asks for a tick', async () => {
    await copied();
    expect(await copied()).toMatchObject({ ok: true });
    expect((await getClassStaff(c.officer, next)).staff).toHaveLength(1);
    expect(await copied({ staff: [], items: [] })).toMatchObject({ reason: 'nothing_ticked' });
  });

  it('is none of another organiser’s business', async () => {
    await expect(
      copyClass(c.stranger, { sessionId: next, fromId: c.sessionId, staff: [staffId], items: [] }),
    ).rejects.toThrow(NotFound);
  });
});
