import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, anOfficer, type MadeAccount } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { anOffering, aSession } from '@/db/factories/offerings';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { gatherFacts } from '@/features/eligibility/queries/facts';
import { gatherFactsOfList } from '@/features/eligibility/queries/facts-of-list';
import { decideEligibility } from '@/features/eligibility/rules/decide';
import { offeringRules } from '@/features/offerings/schema/offering';
import { archiveSegment } from '@/features/segments/commands/archive-segment';
import { changeSegment } from '@/features/segments/commands/save-segment';
import { changeSegmentInput } from '@/features/segments/schema/segment';
import {
  type Arranged,
  arranged,
  definedAs,
  storedSegment,
} from '@/features/segments/segments.test-helpers';
import { asSystem } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { read, within } from '@/lib/transaction';
import { gatherFactsOfMany } from '../queries/facts-of-many';
import { countFittingMembers } from '../queries/fitting-members';
import { changeRulesInput } from '../schema/change-rules';
import { changeRules } from './change-rules';

const words = '面向 2025 年入会的会员';
let a: Arranged;
let economy: Arranged['town'];
let at: { offeringId: string; sessionId: string };
let segmentId: string;

beforeEach(async () => {
  await resetDb();
  a = await arranged();
  at = await arrange(async (tx) => {
    economy = as((await anOfficer(tx, 'economy_officer', a.tree.district.id)).actor);
    const offering = await anOffering(tx, { organisationId: a.tree.district.id, kind: 'training' });
    const session = await aSession(tx, { offeringId: offering.id });
    for (const member of [a.chen, a.luo]) {
      await aBooking(tx, { member, session, organisationId: a.tree.union.id });
    }
    return { offeringId: offering.id, sessionId: session.id };
  });
  segmentId = await storedSegment(a.district, a.tree.district.id, [
    { kind: 'joined', from: '2025-01-01', to: '2025-12-31' },
  ]);
});

const change = (version: number, more: object) =>
  changeRules(
    economy,
    changeRulesInput.parse({
      ...{ kind: 'training', offeringId: at.offeringId, version, membersOnly: 'yes' },
      ...{ reason: '今年的通知', evenSo: 'yes', ...more },
    }),
  );
const asks = (version = 1, id = segmentId, said = words) =>
  change(version, { segmentId: id, segmentWords: said });
const storedRules = async () =>
  offeringRules.parse(
    (await sqlAsOwner()`select rules from offerings where id = ${at.offeringId}`)[0]?.rules,
  );

/** What the one rule says of a member: alone, in a list, and with everybody who booked. */
async function said(member: MadeAccount): Promise<(string | undefined)[]> {
  const { personId } = member;
  const one = await read(as(actorOf(member)), (tx) =>
    gatherFacts(tx, { ...at, personId, childId: null }),
  );
  const [listed, many] = await read(economy, (tx) =>
    within(tx, asSystem(tx), async (systemTx) => [
      (await gatherFactsOfList(systemTx, at, [{ personId, childId: null }]))[0]?.facts,
      (await gatherFactsOfMany(systemTx, at.offeringId, await storedRules())).find(
        (row) => row.attendeeId === personId,
      )?.facts,
    ]),
  );
  return [one?.facts, listed, many].map(
    (facts) =>
      facts && decideEligibility(facts).checks.find(({ rule }) => rule === 'segment')?.outcome,
  );
}

describe('a segment as a condition of an offering', () => {
  it('answers the same for one person, for a list and for all who booked', async () => {
    expect(await said(a.luo)).toEqual([undefined, undefined, undefined]);
    expect(await asks()).toMatchObject({ ok: true, value: { version: 2, held: 1 } });
    expect(await said(a.luo)).toEqual(['pass', 'pass', 'pass']);
    expect(await said(a.chen)).toEqual(['fail', 'fail', 'fail']);
  });

  it('is stored with the version of the rules, so that a later change or an archive changes nothing', async () => {
    await asks();
    expect((await storedRules()).segment).toMatchObject({
      words,
      organisationId: a.tree.district.id,
      definition: definedAs([{ kind: 'joined', from: '2025-01-01', to: '2025-12-31' }]),
    });
    const none = JSON.stringify(definedAs([{ kind: 'joined', to: '1990-01-01' }]));
    const input = { segmentId, version: 1, name: '改了', definition: none };
    await changeSegment(a.district, changeSegmentInput.parse(input));
    expect(await said(a.luo)).toEqual(['pass', 'pass', 'pass']);
    await archiveSegment(a.district, { segmentId, version: 2 });
    expect(await asks(2, segmentId, '换一种说法')).toMatchObject({ ok: true });
    expect(await said(a.luo)).toEqual(['pass', 'pass', 'pass']);
    expect((await storedRules()).segment?.words).toBe('换一种说法');
    const versions = await sqlAsOwner()`select rules->'segment'->>'words' as words
      from offering_rule_versions where offering_id = ${at.offeringId} order by version`;
    expect(versions.map((row) => row.words)).toContain(words);
  });

  it('takes the conditions of the day when a new version is stored', async () => {
    await asks();
    const older = JSON.stringify(definedAs([{ kind: 'joined', to: '2024-12-31' }]));
    const input = { segmentId, version: 1, name: '改了', definition: older };
    await changeSegment(a.district, changeSegmentInput.parse(input));
    expect(await asks(2)).toMatchObject({ ok: true, value: { version: 3, held: 1 } });
    expect(await said(a.chen)).toEqual(['pass', 'pass', 'pass']);
    expect(await said(a.luo)).toEqual(['fail', 'fail', 'fail']);
  });

  it('is counted among all members before it is stored', async () => {
    await sqlAsOwner()`insert into settings (key, value) values ('least_counted', '3')`;
    const organisationId = a.tree.district.id;
    const counted = (from: string) => {
      const definition = definedAs([{ kind: 'joined', from }]);
      const rules = { segment: { id: segmentId, words, organisationId, definition } };
      const offering = { kind: 'training', visibility: 'all', organisationId } as const;
      const about = { id: at.offeringId, copiedFrom: null, rules };
      return read(economy, (tx) => countFittingMembers(tx, { ...offering, ...about }));
    };
    expect(await counted('2000-01-01')).toBe(3);
    expect(await counted('2025-01-01')).toBe(0);
  });

  it('is refused at its field for another town’s, a forged one, and without words', async () => {
    const foreign = await storedSegment(a.otherTown, a.tree.otherTown.id, [
      { kind: 'age', from: 18 },
    ]);
    await sqlAsOwner()`update segments set archived_at = now() where id = ${foreign}`;
    for (const id of [foreign, newId()]) {
      expect(await asks(1, id)).toMatchObject({
        reason: 'invalid',
        fieldErrors: { segmentId: '没有这个人群，或已归档，请重选' },
      });
    }
    const typed = { kind: 'training', offeringId: at.offeringId, version: 1, segmentId };
    const parsed = changeRulesInput.safeParse(typed);
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual(['segmentWords']);
  });
});
