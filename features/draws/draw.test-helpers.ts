import { as } from '@/db/factories/arrange';
import { dayFromNow, lotteryNumber, theNight } from '@/db/factories/draw-night';
import { type aDrawnCourse, closeEntries } from '@/db/factories/draws';
import { sqlAsOwner } from '@/db/testing/index';
import { freezeDraw } from './commands/freeze-draw';
import { publishSeed } from './commands/publish-seed';
import { runDraw } from './commands/run-draw';
import { type List, parseList } from './rules/list';

export type Course = Awaited<ReturnType<typeof aDrawnCourse>>;
export const officerOf = (course: Course) => as(course.officer.actor);

/** Entries close and the list is sealed. */
export async function sealed(course: Course): Promise<{ drawId: string; list: List }> {
  await closeEntries(course);
  const frozen = await freezeDraw(officerOf(course), { sessionId: course.session.id });
  if (!frozen.ok) throw new Error(frozen.reason);
  const { drawId } = frozen.value;
  const [row] = await sqlAsOwner()`select entries_text as text from draws where id = ${drawId}`;
  return { drawId, list: parseList(row?.text) };
}

/** All of it: sealed, the night comes, the number is entered, drawn. */
export async function drawn(course: Course): Promise<{ drawId: string; list: List }> {
  const { drawId, list } = await sealed(course);
  await theNight(drawId, dayFromNow(-1), dayFromNow(3));
  const number = lotteryNumber(dayFromNow(-1));
  const said = await publishSeed(officerOf(course), { drawId, ...number });
  if (!said.ok) throw new Error(said.reason);
  const done = await runDraw(officerOf(course), { drawId });
  if (!done.ok) throw new Error(done.reason);
  return { drawId, list };
}

/** Status of each entry, by 报名号. */
export const statusesOf = async (course: Course): Promise<string[]> => {
  const rows = await sqlAsOwner()`select status from bookings
    where session_id = ${course.session.id} and entry_no is not null order by entry_no`;
  return rows.map((row) => row.status);
};
