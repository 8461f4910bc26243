import { sql } from 'drizzle-orm';
import { system } from '@/lib/actor';
import { type Ctx, makeCtx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { env } from '@/lib/env';
import { transaction } from '@/lib/transaction';
import { seedAfterVisit } from './after-visit';
import { seedApplications } from './applications';
import { seedAttendance } from './attendance';
import { seedBookings } from './bookings';
import { seedChildcare } from './childcare';
import { seedCorrection } from './corrections';
import { seedDraws } from './draws';
import { seedDuplicates } from './duplicates';
import { seedEmployerRegister } from './employer-register';
import { invented } from './federation';
import { seedFoundings } from './foundings';
import { demoLogins, type Login } from './logins';
import {
  aMemberOf,
  inventMembers,
  type Member,
  readFlags,
  seedAccounts,
  seedMemberships,
} from './members';
import { seedNotices } from './notices';
import { seedOfferings } from './offerings';
import { seedOfficers } from './officers';
import { seedOffices } from './offices';
import { type Federation, type Home, seedOrganisations } from './organisations';
import { seedPartners } from './partners';
import { foundedHomes, joinAfterFounding, membersOfPastYear, seedPastFoundings } from './past-year';
import { makePeople } from './people';
import { seedQuestions } from './questions';
import { seededRandom } from './random';
import { seedRules } from './rules';
import { seedSegments } from './segments';
import {
  seedLeaveRequest,
  seedMove,
  seedTransfer,
  seedWarning,
  seedWorkRequest,
} from './transfers';
import { seedUnitLists } from './unit-lists';
import { seedVenues } from './venues';

const { story } = invented;

function homeNamed(federation: Federation, name: string): Home {
  const home = federation.homes.find((h) => h.name === name);
  if (!home) throw new Error(`no ${name} in the seed`);
  return home;
}

async function idsByName(tx: Ctx): Promise<(name: string) => string> {
  const rows = await tx.db.execute<{ id: string; name: string }>(
    sql`select id, name from organisations`,
  );
  return (name) => {
    const found = rows.find((row) => row.name === name);
    if (!found) throw new Error(`no ${name} in the seed`);
    return found.id;
  };
}

async function seedPeople(tx: Ctx, federation: Federation): Promise<Member[]> {
  const random = seededRandom(8);
  const today = todayOn(tx.now);
  const person = makePeople(random, 13_900_010_001);
  const home = homeNamed(federation, story.platformUnion);
  const officers = await seedOfficers(tx, person, await idsByName(tx));
  const officerMembers = officers
    .filter((o) => o.member)
    .map((o) => aMemberOf(random, home, o.person, today, { hasAccount: true }));
  const named = {
    name: invented.people.courier,
    phone: '13900000001',
    sex: 'male',
    birthOn: '1990-03-07',
  } as const;
  const joined = { occupation: 'courier', joinedOn: '2024-03-02' };
  const members = [
    aMemberOf(random, home, person(named), today, joined),
    ...officerMembers,
    ...inventMembers(random, federation, person, invented.members - 2, today),
  ];
  const founded = foundedHomes(federation);
  joinAfterFounding(members, founded);
  const past = await membersOfPastYear(tx, {
    ...{ random: seededRandom(24), federation, members, founded, today },
    person: makePeople(seededRandom(25), 13_900_030_001),
  });
  await seedAccounts(tx, [...members, ...past]);
  await seedApplications(tx, { random, federation, person, members });
  await seedMemberships(tx, [...members, ...past]);
  await seedPastFoundings(tx, federation, founded, makePeople(seededRandom(26), 13_900_050_001));
  const moved = members.findLast((one) => one.home === home);
  if (moved) await seedTransfer(tx, moved);
  const other = members.findLast((one) => one.home === home && one !== moved);
  if (other) await seedWorkRequest(tx, other);
  const leaving = members.findLast((one) => one.home === home && one !== moved && one !== other);
  if (leaving) await seedLeaveRequest(tx, leaving);
  const going = members.findLast(
    (one) => one.home === home && ![moved, other, leaving].includes(one),
  );
  if (going) await seedMove(tx, going, homeNamed(federation, story.millUnion).id);
  const lapsing = members.findLast(
    (one) => one.home === home && ![moved, other, leaving, going].includes(one),
  );
  const [officer] = officers;
  if (lapsing && officer) await seedWarning(tx, lapsing, officer.person.accountId);
  const misspelt = members.findLast(
    (one) => one.home === home && ![moved, other, leaving, going, lapsing].includes(one),
  );
  if (misspelt) await seedCorrection(tx, misspelt);
  return members;
}

async function seedServices(tx: Ctx, federation: Federation, members: Member[]): Promise<void> {
  const idOf = await idsByName(tx);
  const sessions = await seedOfferings(tx, idOf);
  await seedPartners(tx, idOf);
  await seedVenues(tx, idOf);
  await seedSegments(tx, idOf);
  await seedEmployerRegister(tx, idOf);
  await seedFoundings(tx, idOf);
  await seedOffices(tx);
  const flagsOf = await readFlags(tx);
  const isBelow = (id: string, ancestor: string): boolean => {
    for (let at: string | null | undefined = id; at; at = federation.parents.get(at)) {
      if (at === ancestor) return true;
    }
    return false;
  };
  const isNewForm = (occupation: string) => flagsOf(occupation).isNewForm;
  const given = { random: seededRandom(9), members, sessions, isNewForm, isBelow };
  const cases = await seedBookings(tx, given);
  const demo = members[0]?.accountId ?? '';
  await seedNotices(tx, cases, demo);
  await seedAfterVisit(tx, cases, demo);
  await seedAttendance(tx, cases, demo);
  await seedChildcare(tx, idOf(`${story.town}总工会`), demo);
  await seedUnitLists(tx, idOf);
  await seedQuestions(tx);
  await seedRules(tx, idOf);
}

/**
 * Fills an empty database with one believable federation. Everybody in it is invented.
 * Refuses outside the demo, and where there is anything already.
 * @returns one login a role, to be printed
 */
export async function seedDemo(): Promise<{ logins: Login[] }> {
  if (!env().demo) throw new Error('演示数据只在演示环境写入（LIANXIN_DEMO=1）');
  const ctx = makeCtx(system('演示数据'));
  const [any] = await ctx.db.execute(sql`select 1 from organisations limit 1`);
  if (any) throw new Error('数据库不是空的，没有写入演示数据');
  const federation = await transaction(ctx, (tx) => seedOrganisations(tx, seededRandom(7)));
  const members = await transaction(ctx, (tx) => seedPeople(tx, federation));
  await transaction(ctx, (tx) => seedServices(tx, federation, members));
  await transaction(ctx, async (tx) =>
    seedDraws(tx, { members, random: seededRandom(11), idOf: await idsByName(tx) }),
  );
  const [waiting, merged, apart] = members
    .slice(3)
    .filter(({ home }) => home.name === story.platformUnion);
  await transaction(ctx, async (tx) => {
    if (!waiting || !merged || !apart) throw new Error('too few members to be entered twice');
    const townId = (await idsByName(tx))(`${story.town}总工会`);
    await seedDuplicates(tx, [waiting, merged, apart], townId);
  });
  return { logins: demoLogins() };
}
