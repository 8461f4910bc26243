import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import { addDays, todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { employerVisits, registerEntries } from '../schema/employer-register';
import { invented } from './federation';
import { insertAll } from './insert';

const { story, people } = invented;

/** Where the employers without a union stand, in turn, and when they are visited next. */
const states = [
  { status: 'promoting', next: -5, visited: true },
  { status: 'surveyed', next: 0, visited: true },
  { status: 'untouched', next: null, visited: false },
  { status: 'promoting', next: 9, visited: true },
  { status: 'unfit', next: 60, visited: true },
] as const;

/** Members of one employer that gathered in the 网上会员之家 of the story's town. */
const GATHERED = 11;

async function gather(tx: Ctx, homeId: string, employerId: string): Promise<void> {
  await tx.db.execute(sql`
    update memberships set employer_id = ${employerId}::uuid, employer_name = null
    where id in (select id from memberships where organisation_id = ${homeId}::uuid
      and status = 'regular' and employer_id is null order by id limit ${GATHERED})`);
}

/** 企业台账: the employers without a union with their visits, and some of those that have one. */
export async function seedEmployerRegister(tx: Ctx, idOf: (name: string) => string): Promise<void> {
  const today = todayOn(tx.now);
  const accounts = await tx.db.execute<{ id: string; name: string }>(sql`
    select id, display_name as name from accounts
    where display_name in (${people.townAdmin}, ${people.organisationOfficer})`);
  const officer = (name: string) => accounts.find((row) => row.name === name)?.id ?? null;
  const firms = await tx.db.execute<{
    id: string;
    town: string | null;
    united: boolean;
    staff: number;
  }>(sql`select id, town_id as town, union_id is not null as united, coalesce(staff_count, 0) as staff
    from employers where town_id is not null order by (union_id is not null), id`);
  const town = idOf(`${story.town}总工会`);
  const root = idOf(invented.root);
  const chosen = firms.filter((firm, at) => !firm.united || at % 2 === 0);
  const rows = chosen.map((firm, at) => {
    const { status, next } = states[at % states.length] ?? states[0];
    const fits = firm.united ? 'surveyed' : status;
    return {
      ...{ employerId: firm.id, placeId: firm.town ?? root, enteredOn: addDays(today, -120 + at) },
      ...(at % 3 === 2
        ? ({ source: 'patrol', origin: 'found', listedOn: null } as const)
        : ({ source: 'assigned', origin: 'listed', listedOn: addDays(today, -120 + at) } as const)),
      status: fits,
      statusReason: fits === 'unfit' ? '季节性停工' : null,
      ...{
        staffCount: firm.staff + (firm.united ? 0 : (at % 2) * 22),
        staffCountedOn: addDays(today, -60),
      },
      staffEvidence: 'insurance' as const,
      responsibleId:
        firm.united || next === null
          ? null
          : officer(firm.town === town ? people.townAdmin : people.organisationOfficer),
      nextVisitOn: firm.united || next === null ? null : addDays(today, next),
    };
  });
  await insertAll(tx, registerEntries, rows);
  await tx.db.execute(sql`update employers e set staff_count = r.staff_count
    from register_entries r where r.employer_id = e.id`);
  const visited = rows.filter(({ nextVisitOn }) => nextVisitOn !== null);
  await insertAll(
    tx,
    employerVisits,
    visited.map(({ employerId, responsibleId, nextVisitOn, status }) => ({
      ...{ id: newId(), employerId, visitedOn: addDays(today, -30), nextVisitOn },
      ...(status === 'surveyed'
        ? ({ met: 'reception', result: 'not_met' } as const)
        : ({ met: 'personnel', result: 'explained' } as const)),
      recordedBy: responsibleId,
      recordedAt: tx.now,
    })),
  );
  const here = rows.findLast(({ placeId, nextVisitOn }) => placeId === town && nextVisitOn);
  if (here) await gather(tx, idOf(`${story.town}网上会员之家`), here.employerId);
}
