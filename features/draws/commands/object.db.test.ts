import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf } from '@/db/factories/accounts';
import { as } from '@/db/factories/arrange';
import { aDrawnCourse, entrants } from '@/db/factories/draws';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { Forbidden, NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { drawn, officerOf, sealed } from '../draw.test-helpers';
import { answerObjection, fileObjection } from './object';

beforeEach(resetDb);

const text = '我的报名号在名单上，为什么没有票？';

async function aPublicResult() {
  const course = await aDrawnCourse({ capacity: 1 });
  const [asker, other] = await entrants(course, 2);
  if (!asker || !other) throw new Error('nobody entered');
  const { drawId } = await drawn(course);
  return {
    course,
    drawId,
    asker: as(actorOf(asker)),
    other: as(actorOf(other)),
    accountId: asker.accountId,
  };
}
const question = async () => {
  const [row] = await sqlAsOwner()`select * from draw_objections`;
  return row ?? {};
};

describe('对结果有疑问', () => {
  it('is kept with the entry of whoever asks and three workdays to answer, once at a time', async () => {
    const { drawId, asker, other, accountId } = await aPublicResult();
    expect(await fileObjection(asker, { drawId, text })).toEqual({ ok: true, value: { drawId } });
    expect(await question()).toMatchObject({
      ...{ draw_id: drawId, account_id: accountId, text, entry_no: expect.any(Number) },
      ...{ answer: null, answered_at: null },
    });
    const [due] =
      await sqlAsOwner()`select due_on > current_date + 2 as later from draw_objections`;
    expect(due).toEqual({ later: true });
    expect(await fileObjection(asker, { drawId, text })).toMatchObject({ reason: 'asked_already' });
    expect(await fileObjection(other, { drawId, text })).toMatchObject({ ok: true });
  });

  it('is refused before the draw and after the last public day', async () => {
    const course = await aDrawnCourse();
    const [person] = await entrants(course, 1);
    if (!person) throw new Error('nobody entered');
    const early = await sealed(course);
    const asker = as(actorOf(person));
    expect(await fileObjection(asker, { drawId: early.drawId, text })).toMatchObject({
      reason: 'not_public',
    });
    const over = await aPublicResult();
    await sqlAsOwner().begin(async (tx) => {
      // A drawn result is never changed: as if its days had passed.
      await tx`set local session_replication_role = replica`;
      await tx`update draws set public_until = current_date - 2 where id = ${over.drawId}`;
    });
    expect(await fileObjection(over.asker, { drawId: over.drawId, text })).toMatchObject({
      reason: 'not_public',
    });
    await expect(fileObjection(asker, { drawId: newId(), text })).rejects.toThrow(NotFound);
  });

  it('is answered once by the organiser, and whoever asked is told', async () => {
    const { course, drawId, asker, accountId } = await aPublicResult();
    await fileObjection(asker, { drawId, text });
    const input = {
      objectionId: String((await question()).id),
      answer: '您的票在第 3 张，名单第 2 行。',
    };
    await expect(answerObjection(asker, input)).rejects.toThrow(Forbidden);
    expect(await answerObjection(officerOf(course), input)).toEqual({
      ok: true,
      value: { offeringId: course.offering.id },
    });
    expect(await question()).toMatchObject({
      answer: input.answer,
      answered_by: course.officer.accountId,
    });
    const notified =
      await sqlAsOwner()`select link from notices where account_id = ${accountId} and dedupe_key like 'objection:%'`;
    expect(notified).toEqual([{ link: `/draws/${drawId}/objection` }]);
    expect(await answerObjection(officerOf(course), input)).toMatchObject({
      reason: 'answered_already',
    });
    expect(await fileObjection(asker, { drawId, text })).toMatchObject({ ok: true });
  });
});
