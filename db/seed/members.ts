import { eq } from 'drizzle-orm';
import { accounts, people } from '@/db/schema/identity';
import { runningNumbers } from '@/db/schema/kernel';
import { membershipChanges, memberships, occupations } from '@/db/schema/membership';
import { formatMemberNumber, memberSeries } from '@/features/members/rules/numbers';
import { memberNumberArea } from '@/features/review/settings';
import type { Ctx } from '@/lib/ctx';
import { addDays } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { readSettings } from '@/lib/settings';
import { OCCUPATIONS_VERSION, occupationsOf } from './data/occupations';
import { insertAll } from './insert';
import type { Federation, Home } from './organisations';
import { accountRow, type makePeople, type Person, personRow } from './people';
import type { Random } from './random';

export interface Member extends Person {
  home: Home;
  occupation: string;
  joinedOn: string;
  employerId: string | null;
  /** Set for those whose application the demo shows too. */
  applicationId?: string;
  /** Demo logins are members too, with an account of their own making. */
  hasAccount?: boolean;
}

/** Most joined over the last three years; some forty this month, so that the dashboard has something to count. */
function joinedOn(random: Random, today: string): string {
  const dayOfMonth = Number(today.slice(8)) - 1;
  if (random.chance(0.035)) return addDays(today, -random.int(0, dayOfMonth));
  return addDays(today, -random.int(dayOfMonth + 1, random.chance(0.6) ? 700 : 2000));
}

/** Invents one member of a home, with the trade's occupations. */
export const aMemberOf = (
  random: Random,
  home: Home,
  person: Person,
  today: string,
  given: Partial<Pick<Member, 'occupation' | 'joinedOn' | 'hasAccount'>> = {},
): Member => ({
  ...person,
  home,
  occupation: random.weighted(occupationsOf[home.trade]),
  joinedOn: joinedOn(random, today),
  employerId: home.employers.length > 0 ? random.pick(home.employers).id : null,
  ...given,
});

/** Shares `count` people out over all homes by weight. */
export function inventMembers(
  random: Random,
  federation: Federation,
  person: ReturnType<typeof makePeople>,
  count: number,
  today: string,
): Member[] {
  const weights = federation.homes.map((home) => [home, home.weight] as const);
  return Array.from({ length: count }, () =>
    aMemberOf(random, random.weighted(weights), person(), today),
  );
}

type MembershipRow = typeof memberships.$inferInsert;

type Flags = { isNewForm: boolean; inEightGroups: boolean };

/** 新就业形态 and 八大群体 of each occupation, from the dictionary that the migrations bring. */
export async function readFlags(tx: Ctx): Promise<(code: string) => Flags> {
  const rows = await tx.db
    .select()
    .from(occupations)
    .where(eq(occupations.version, OCCUPATIONS_VERSION));
  const flags = new Map(
    rows.map(({ code, isNewForm, inEightGroups }) => [code, { isNewForm, inEightGroups }]),
  );
  return (code) => {
    const found = flags.get(code);
    if (!found) throw new Error(`no occupation ${code}`);
    return found;
  };
}

const membershipRow = (m: Member, memberNo: string, flags: Flags): MembershipRow => ({
  id: newId(),
  personId: m.personId,
  organisationId: m.home.id,
  memberNo,
  status: 'regular',
  occupationCode: m.occupation,
  occupationVersion: OCCUPATIONS_VERSION,
  ...flags,
  employerId: m.employerId,
  joinedOn: m.joinedOn,
});

/** Writes the members' accounts and people. */
export async function seedAccounts(tx: Ctx, members: readonly Member[]): Promise<void> {
  const withoutAccount = members.filter((m) => !m.hasAccount);
  await insertAll(
    tx,
    accounts,
    withoutAccount.map((m) => accountRow(m)),
  );
  await insertAll(
    tx,
    people,
    members.map((m) => personRow(m, m.home.id)),
  );
}

/** Writes memberships and the 会籍变化 log; member numbers run by year of joining. */
export async function seedMemberships(tx: Ctx, members: readonly Member[]): Promise<void> {
  const flagsOf = await readFlags(tx);
  const { area } = await readSettings(tx, { area: memberNumberArea });
  const running = new Map<number, number>();
  const inOrder = [...members].sort((a, b) => (a.joinedOn < b.joinedOn ? -1 : 1));
  const pairs = inOrder.map((m) => {
    const year = Number(m.joinedOn.slice(0, 4));
    running.set(year, (running.get(year) ?? 0) + 1);
    const memberNo = formatMemberNumber(area, year, running.get(year) ?? 1);
    return { m, row: membershipRow(m, memberNo, flagsOf(m.occupation)) };
  });
  await insertAll(
    tx,
    memberships,
    pairs.map(({ row }) => row),
  );
  const joined = pairs.map(
    ({ m, row: { id, personId, organisationId, joinedOn: on, isNewForm } }) => ({
      id: newId(),
      membershipId: id,
      type: 'joined' as const,
      applicationId: m.applicationId ?? null,
      ...{ personId, organisationId, on, isNewForm },
    }),
  );
  await insertAll(tx, membershipChanges, joined);
  const series = [...running].map(([year, last]) => ({ series: memberSeries(year), last }));
  await insertAll(tx, runningNumbers, series);
}
