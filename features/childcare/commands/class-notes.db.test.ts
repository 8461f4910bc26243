import { beforeEach, describe, expect, it } from 'vitest';
import { resetDb, sqlAsOwner } from '@/db/testing';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { getClassDay } from '../queries/class-day';
import { aClass, anotherClass, type Class, ready } from './class-day.test-helpers';
import { closeClassNote } from './close-class-note';
import { writeClassNote } from './write-class-note';

let c: Class;
beforeEach(async () => {
  await resetDb();
  c = await aClass();
  await ready(c);
});

const write = (more: { bookingId?: string } = {}, by: Ctx = c.teacher) =>
  writeClassNote(by, { sessionId: c.sessionId, bookingId: null, text: '明天带水壶', ...more });
const notes = async (by: Ctx = c.teacher) => (await getClassDay(by, c.sessionId)).notes;

describe('a note of a class', () => {
  it('is read by the next teacher and the organiser, about a child or all, until somebody saw to it', async () => {
    expect(await write()).toMatchObject({ ok: true });
    expect(await write({ bookingId: c.bookingId })).toMatchObject({ ok: true });
    const open = await notes(c.officer);
    expect(open).toMatchObject([
      { bookingId: c.bookingId, text: '明天带水壶', writer: '李素梅', closedAt: null },
      { bookingId: null },
    ]);
    const noteId = open[0]?.id ?? '';
    const close = (by: Ctx = c.teacher) => closeClassNote(by, { sessionId: c.sessionId, noteId });
    expect(await close()).toMatchObject({ ok: true });
    expect(await close()).toMatchObject({ reason: 'note_closed' });
    expect((await notes()).map((note) => note.closedAt === null)).toEqual([true, false]);
  });

  it('is sealed, and stands in the ledger without its words', async () => {
    await write();
    const [row] = await sqlAsOwner()`select body_sealed from class_notes`;
    expect(row?.body_sealed).not.toMatch(/\p{Script=Han}/u);
    const entries =
      await sqlAsOwner()`select after from audit_entries where action = 'write_class_note'`;
    expect(JSON.stringify(entries)).not.toContain('水壶');
  });

  it('is for the people of the class alone, and about its own children', async () => {
    for (const who of [c.mother, c.outsider, c.stranger, c.below]) {
      await expect(write({}, who)).rejects.toThrow(NotFound);
      const asked = { sessionId: c.sessionId, noteId: newId() };
      await expect(closeClassNote(who, asked)).rejects.toThrow(NotFound);
    }
    const elsewhere = await anotherClass(c);
    const [other] = await sqlAsOwner()<{ id: string }[]>`
      select id from bookings where session_id = ${elsewhere}`;
    expect(await write({ bookingId: other?.id ?? '' })).toMatchObject({
      reason: 'not_on_the_roll',
    });
    expect(await notes()).toEqual([]);
  });
});
