import { eq } from 'drizzle-orm';
import type { FoundingStep } from '@/features/founding/rules/steps';
import { termEndsOn } from '@/features/offices/rules/term';
import type { Ctx } from '@/lib/ctx';
import { addDays } from '@/lib/dates';
import { newId } from '@/lib/ids';
import {
  foundingActions,
  foundingCandidates,
  foundingEmployers,
  foundings,
} from '../schema/foundings';
import { organisations } from '../schema/organisations';
import { invented } from './federation';
import { insertAll } from './insert';
import { aMemberOf, type Member, readFlags } from './members';
import type { Federation, Home } from './organisations';
import type { makePeople } from './people';
import type { Random } from './random';

/** The unions that were founded in the past year, each with the day of its 批复. */
export type FoundedHomes = ReadonlyMap<Home, string>;

const past = invented.pastYear;

/** Unions below towns, those of several employers first, until so many employers are among them. */
export function foundedHomes({ homes, towns, parents }: Federation): FoundedHomes {
  const chosen = new Map<Home, string>();
  if (!past) return chosen;
  let missing = past.employers;
  // A branch has the employers of its union.
  const inTowns = homes.filter((home) => towns.some(({ id }) => id === parents.get(home.id)));
  for (const home of inTowns.toSorted((a, b) => b.employers.length - a.employers.length)) {
    const { length } = home.employers;
    if (length === 0 || length > missing) continue;
    chosen.set(home, addDays(`${past.year}-03-04`, chosen.size * 23));
    missing -= length;
  }
  if (missing > 0) throw new Error('too few employers for the past year');
  return chosen;
}

/** Nobody joins a union before it is founded: whoever did so joins in the weeks after. */
export function joinAfterFounding(members: readonly Member[], founded: FoundedHomes): void {
  members.forEach((member, at) => {
    const day = founded.get(member.home);
    if (day && member.joinedOn < day) member.joinedOn = addDays(day, at % 30);
  });
}

/** As many members more as the past year lacks, of new forms of work and others. */
export async function membersOfPastYear(
  tx: Ctx,
  given: {
    random: Random;
    federation: Federation;
    person: ReturnType<typeof makePeople>;
    members: readonly Member[];
    founded: FoundedHomes;
    today: string;
  },
): Promise<Member[]> {
  if (!past) return [];
  const { random, federation, person, founded, today } = given;
  const flagsOf = await readFlags(tx);
  const isNewForm = ({ occupation }: Member) => flagsOf(occupation).isNewForm;
  const have = given.members.filter(({ joinedOn }) => joinedOn.startsWith(`${past.year}-`));
  const newForm = past.newForm - have.filter(isNewForm).length;
  const missing = new Map([
    [true, newForm],
    [false, past.members - have.length - newForm],
  ]);
  if ([...missing.values()].some((n) => n < 0)) throw new Error('too many joined in the past year');
  const weights = federation.homes.map((home) => [home, home.weight] as const);
  const made: Member[] = [];
  while (made.length < past.members - have.length) {
    const home = random.weighted(weights);
    const from = founded.get(home) ?? `${past.year}-01-02`;
    const last = (Date.parse(`${past.year}-12-30`) - Date.parse(from)) / 86_400_000;
    const joinedOn = addDays(from, random.int(0, last));
    const member = aMemberOf(random, home, person(), today, { joinedOn });
    const left = missing.get(isNewForm(member)) ?? 0;
    if (left === 0) continue;
    missing.set(isNewForm(member), left - 1);
    made.push(member);
  }
  return made;
}

const posts = ['chair', 'vice_chair', 'member', 'member'] as const;
const MEMBERS = 30;

/** Its ten steps, from lead to certificate, as they would have been entered. */
function stepsOf(home: Home, foundedOn: string, at: number, ids: readonly string[]) {
  const year = foundedOn.slice(0, 4);
  const no = (what: string, n: number) => `${what}〔${year}〕${n}号`;
  const share = Math.floor(MEMBERS / home.employers.length);
  const byFirm = Object.fromEntries(home.employers.map(({ id }) => [id, share]));
  const total = share * home.employers.length;
  const votes = Object.fromEntries(ids.map((id, n) => [id, n < 3 ? total - 2 - n : 4]));
  const counted = { due: total, present: total, issued: total, returned: total, valid: total };
  const term = home.kind === 'joint_union' ? 3 : 5;
  const steps: [FoundingStep, number, string | null, Record<string, unknown>][] = [
    ['lead', -70, null, {}],
    ['applied', -60, no('筹', at + 1), {}],
    ['approved', -52, no('工批', at * 3 + 1), {}],
    ['members', -40, null, { byFirm, total, women: 12 }],
    ['candidates', -25, no('工批', at * 3 + 2), { seats: 3, ids }],
    ['assembly', -12, null, { kind: 'members', ...counted, votes }],
    ['results', -8, no('报', at + 1), {}],
    ['founded', 0, no('工批', at * 3 + 3), { term, endsOn: termEndsOn(foundedOn, term) }],
    ['registered', 15, null, {}],
    ['certified', 25, null, {}],
  ];
  return steps.map(([step, days, documentNo, facts], n) => ({
    ...{ position: n + 1, step, documentNo, facts },
    doneOn: addDays(foundedOn, days),
  }));
}

/** The foundings behind the unions of the past year, each with its papers. */
export async function seedPastFoundings(
  tx: Ctx,
  { parents }: Federation,
  founded: FoundedHomes,
  person: ReturnType<typeof makePeople>,
): Promise<void> {
  let at = 0;
  for (const [home, foundedOn] of founded) {
    const parentId = parents.get(home.id);
    if (!parentId) throw new Error('a union without a parent');
    const foundingId = newId();
    const form = home.kind === 'joint_union' ? 'joint_union' : 'own_committee';
    await tx.db.update(organisations).set({ foundedOn }).where(eq(organisations.id, home.id));
    await insertAll(tx, foundings, [
      {
        ...{ id: foundingId, placeId: home.townId ?? parentId, parentId, name: home.name },
        ...{ form, organisationId: home.id, createdAt: tx.now },
      },
    ]);
    await insertAll(
      tx,
      foundingEmployers,
      home.employers.map(({ id }) => ({ foundingId, employerId: id, releasedAt: tx.now })),
    );
    const candidates = posts.map((post, n) => ({
      ...{ id: newId(), foundingId, name: person().name, post, ties: [], position: n + 1 },
    }));
    await insertAll(tx, foundingCandidates, candidates);
    const ids = candidates.map(({ id }) => id);
    await insertAll(
      tx,
      foundingActions,
      stepsOf(home, foundedOn, at++, ids).map((step) => ({
        ...{ foundingId, recordedAt: tx.now },
        ...step,
      })),
    );
  }
}
