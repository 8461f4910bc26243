import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { dayFromNow, lotteryNumber, theNight } from '@/db/factories/draw-night';
import { aDrawnCourse, closeEntries, entrants } from '@/db/factories/draws';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { type Course, officerOf } from '../draw.test-helpers';
import { verify } from '../rules/draw';
import { revealWitnessInput } from '../schema/draw';
import { freezeDraw } from './freeze-draw';
import { publishSeed } from './publish-seed';
import { runDraw } from './run-draw';
import { commitWitness, revealWitness } from './witness';

beforeEach(resetDb);

const sentences = ['春江水暖鸭先知', '一行白鹭上青天', '两个黄鹂鸣翠柳'];
const sha = (text: string) => createHash('sha256').update(text).digest('hex');

async function aWitnessedCourse() {
  const course = await aDrawnCourse({
    capacity: 2,
    terms: { draw: { seed: 'witnesses', seedOn: dayFromNow(1) } },
  });
  await entrants(course, 5);
  return course;
}

const commit = (course: Course, position: number, sentence: string) =>
  commitWitness(officerOf(course), {
    sessionId: course.session.id,
    position,
    name: `见证人${position}`,
    commitment: sha(sentence),
  });

async function sealedByThree(course: Course): Promise<string> {
  for (const [at, sentence] of sentences.entries()) await commit(course, at + 1, sentence);
  await closeEntries(course);
  const frozen = await freezeDraw(officerOf(course), { sessionId: course.session.id });
  if (!frozen.ok) throw new Error(frozen.reason);
  return frozen.value.drawId;
}

const theRow = async (drawId: string) => {
  const [row] = await sqlAsOwner()`select * from draws where id = ${drawId}`;
  return row ?? {};
};

describe('the organiser and two witnesses', () => {
  it('must all have handed in before the list is sealed, each once', async () => {
    const course = await aWitnessedCourse();
    expect(await commit(course, 1, sentences[0] ?? '')).toMatchObject({ ok: true });
    expect(await commit(course, 1, 'another')).toMatchObject({ reason: 'committed_already' });
    await closeEntries(course);
    const input = { sessionId: course.session.id };
    expect(await freezeDraw(officerOf(course), input)).toMatchObject({
      reason: 'witnesses_missing',
    });
    await commit(course, 2, sentences[1] ?? '');
    await commit(course, 3, sentences[2] ?? '');
    expect(await freezeDraw(officerOf(course), input)).toMatchObject({ ok: true });
  });

  it('reveal what they had committed to; the three decide, and anyone can check it', async () => {
    const course = await aWitnessedCourse();
    const drawId = await sealedByThree(course);
    const reveal = (position: number, secret: string) =>
      revealWitness(officerOf(course), { drawId, position, secret });
    expect(await reveal(1, '不是这句话呀')).toMatchObject({ reason: 'not_the_secret' });
    expect(await runDraw(officerOf(course), { drawId })).toMatchObject({ reason: 'not_seeded' });
    const number = lotteryNumber(dayFromNow(0));
    expect(await publishSeed(officerOf(course), { drawId, ...number })).toMatchObject({
      reason: 'other_source',
    });
    for (const [at, sentence] of sentences.entries()) {
      expect(await reveal(at + 1, sentence)).toMatchObject({ ok: true });
    }
    expect(await runDraw(officerOf(course), { drawId })).toMatchObject({ ok: true });
    const {
      entries_text: list,
      results_text: results,
      entries_hash: hash,
      seed,
    } = await theRow(drawId);
    expect(seed).toBe(sentences.join(':'));
    expect(await verify({ list, results, hash, seed })).toMatchObject({ same: true });
  });

  it('cannot choose by keeping silent: from the fallback day the lottery decides', async () => {
    const course = await aWitnessedCourse();
    const drawId = await sealedByThree(course);
    const [first = ''] = sentences;
    await revealWitness(officerOf(course), { drawId, position: 1, secret: first });
    await theNight(drawId, dayFromNow(-5), dayFromNow(-1));
    const late = { drawId, position: 2, secret: sentences[1] ?? '' };
    expect(await revealWitness(officerOf(course), late)).toMatchObject({
      reason: 'too_late_to_reveal',
    });
    const number = lotteryNumber(dayFromNow(-1), '018');
    expect(await publishSeed(officerOf(course), { drawId, ...number })).toMatchObject({ ok: true });
    expect(await runDraw(officerOf(course), { drawId })).toMatchObject({ ok: true });
    const {
      entries_text: list,
      results_text: results,
      entries_hash: hash,
      seed,
    } = await theRow(drawId);
    expect(await verify({ list, results, hash, seed })).toMatchObject({ same: true });
  });

  it('write no colon, which parts the three in the seed', () => {
    const said = revealWitnessInput.safeParse({
      drawId: '0198f0a0-0000-7000-8000-000000000000',
      position: 1,
      secret: 'one:two:three',
    });
    expect(said.error?.issues[0]?.message).toBe('口令里不能有英文冒号');
  });
});
