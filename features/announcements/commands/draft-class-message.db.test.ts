import { beforeEach, describe, expect, it } from 'vitest';
import { resetDb, sqlAsOwner } from '@/db/testing';
import {
  aClass,
  anotherChild,
  type Class,
  ready,
} from '@/features/childcare/commands/class-day.test-helpers';
import type { Ctx } from '@/lib/ctx';
import { Forbidden, NotFound } from '@/lib/errors';
import { getClassMessage } from '../queries/announcement';
import { listClassMessages } from '../queries/announcements';
import { draftAnnouncement } from './draft-announcement';
import { draftClassMessage } from './draft-class-message';
import { sendAnnouncement } from './send-announcement';

const query = { only: undefined, page: 1, done: undefined };
let c: Class;
beforeEach(async () => {
  await resetDb();
  c = await aClass();
  await ready(c);
});

const write = (by: Ctx = c.teacher) =>
  draftClassMessage(by, { sessionId: c.sessionId, text: '明天请带水壶。', bySms: true });

async function written(): Promise<string> {
  const made = await write();
  if (!made.ok) throw new Error(made.reason);
  return made.value.announcementId;
}

describe('a teacher’s message to the class', () => {
  it('goes to every confirmed guardian once, who reads which child it is about', async () => {
    const { guardian } = await anotherChild(c);
    const id = await written();
    const view = await getClassMessage(c.teacher, c.sessionId, id, query);
    expect(view.preview?.cost).toMatchObject({ people: 3, texts: 3, units: 3 });
    expect([...view.names.values()].sort()).toEqual(['罗小满', '陈小禾'].sort());
    const seen = view.preview?.seen ?? '';
    const sent = await sendAnnouncement(c.teacher, { announcementId: id, seen, from: 'class' });
    expect(sent).toMatchObject({ ok: true, value: { people: 3, sessionId: c.sessionId } });
    const rows = await sqlAsOwner()<{ id: string }[]>`select account_id as id from notices
      where dedupe_key like ${`announcement:${id}:%`}`;
    const accounts = [c.mother, c.father, guardian].map(({ actor }) =>
      actor.kind === 'account' ? actor.accountId : '',
    );
    expect(rows.map((row) => row.id).sort()).toEqual(accounts.sort());
    const after = await getClassMessage(c.teacher, c.sessionId, id, query);
    expect(after.delivery?.progress).toMatchObject({ people: 3, read: 0, waiting: 3 });
    expect((await listClassMessages(c.teacher, c.sessionId)).items).toMatchObject([
      { id, status: 'sent', people: 3 },
    ]);
  });

  it('is one for the guardian of two children in the class', async () => {
    const mother = c.mother.actor;
    if (mother.kind !== 'account' || !mother.personId) throw new Error('no mother');
    const { personId, accountId } = mother;
    const second = await anotherChild(c);
    await sqlAsOwner()`update guardians set account_id = ${accountId}, person_id = ${personId}
      where child_id = ${second.childId}`;
    const view = await getClassMessage(c.teacher, c.sessionId, await written(), query);
    expect(view.preview?.cost.people).toBe(2);
  });

  it('is refused to its officers, who have a desk, and hidden from everyone else', async () => {
    const id = await written();
    await expect(write(c.officer)).rejects.toThrow(Forbidden);
    for (const who of [c.mother, c.outsider, c.stranger, c.below]) {
      await expect(write(who)).rejects.toThrow(NotFound);
      await expect(getClassMessage(who, c.sessionId, id, query)).rejects.toThrow(NotFound);
      const asked = { announcementId: id, seen: '0'.repeat(16), from: 'class' as const };
      await expect(sendAnnouncement(who, asked)).rejects.toThrow(NotFound);
    }
  });

  it('is the teacher’s no more once the check has run out', async () => {
    const id = await written();
    await sqlAsOwner()`update class_staff set check_valid_until = current_date - 2, check_passed_on = current_date - 300`;
    await expect(write()).rejects.toThrow(NotFound);
    const asked = { announcementId: id, seen: '0'.repeat(16), from: 'class' as const };
    await expect(sendAnnouncement(c.teacher, asked)).rejects.toThrow(NotFound);
  });

  it('never reaches who booked and is no guardian any more', async () => {
    await sqlAsOwner()`update guardians set status = 'ended'`;
    expect(await write()).toMatchObject({ reason: 'nobody' });
  });

  it('is not one that the desk writes, to whomever of the class', async () => {
    const [session] =
      await sqlAsOwner()`select offering_id from offering_sessions where id = ${c.sessionId}`;
    for (const audience of ['everyone', 'joined'] as const) {
      const made = await draftAnnouncement(c.officer, {
        ...{ offeringId: String(session?.offering_id), sessionId: c.sessionId, audience },
        ...{ text: '请来补材料。', bySms: false },
      });
      if (!made.ok) throw new Error(made.reason);
      const { announcementId } = made.value;
      const desk = getClassMessage(c.teacher, c.sessionId, announcementId, query);
      await expect(desk).rejects.toThrow(NotFound);
      const asked = { announcementId, seen: '0'.repeat(16), from: 'class' as const };
      await expect(sendAnnouncement(c.teacher, asked)).rejects.toThrow(NotFound);
    }
    expect((await listClassMessages(c.teacher, c.sessionId)).items).toEqual([]);
  });
});
