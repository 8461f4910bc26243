import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer, aResidentId } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { changeSessionRules } from '@/features/conditions/commands/change-session-rules';
import { listSessionRuleVersions } from '@/features/conditions/queries/rule-history';
import { openSessionRulesEditor } from '@/features/conditions/queries/session-rules-editor';
import { ownConditionWords } from '@/features/conditions/rules/own-condition-words';
import { changeSessionRulesInput } from '@/features/conditions/schema/change-session-rules';
import { gatherFactsOfList } from '@/features/eligibility/queries/facts-of-list';
import { decideEligibility } from '@/features/eligibility/rules/decide';
import { bookPlace } from '@/features/enrolment/commands/book-place';
import { cancelBooking } from '@/features/enrolment/commands/cancel-booking';
import { getOfferingPage } from '@/features/enrolment/queries/offering-page';
import { listVerdicts } from '@/features/enrolment/queries/verdicts';
import { bookPlaceInput, cancelBookingInput } from '@/features/enrolment/schema/booking';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { transaction } from '@/lib/transaction';
import { copyOffering } from './copy-offering';

beforeEach(resetDb);

const born = (birthOn: string) => aResidentId({ birthOn });

/** A course for people up to 60 with two sessions, and two who are 27 and 57. */
const scene = (capacity = 2) =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const union = tree.union.id;
    const officer = await anOfficer(tx, 'union_admin', union);
    const other = await anOfficer(tx, 'union_admin', tree.otherUnion.id);
    const young = await aMember(tx, { organisationId: union, idNumber: born('2000-03-01') });
    const old = await aMember(tx, { organisationId: union, idNumber: born('1970-03-01') });
    for (const year of [1994, 1995, 1996, 1997, 1998]) {
      await aMember(tx, { organisationId: union, idNumber: born(`${year}-03-01`) });
    }
    const offering = await anOffering(tx, { organisationId: union, rules: { ageMax: 65 } });
    const session = await aSession(tx, { offeringId: offering.id, capacity, title: '青年班' });
    const open = await aSession(tx, { offeringId: offering.id, capacity, title: '普通班' });
    const made = { tree, offering, session, open, young, old };
    return { ...made, me: as(officer.actor), other: as(other.actor) };
  });
type Scene = Awaited<ReturnType<typeof scene>>;

const change = (h: Scene, version: number, more: Record<string, unknown> = {}, who = h.me) =>
  changeSessionRules(
    who,
    changeSessionRulesInput.parse({
      ...{ kind: 'training', sessionId: h.session.id, version },
      ...more,
    }),
  );
const book = (h: Scene, who: Scene['young'], sessionId = h.session.id) =>
  bookPlace(
    as(actorOf(who)),
    bookPlaceInput.parse({ offeringId: h.offering.id, sessionId, who: 'self' }),
  );
const youngOnly = { ageMax: '40' };

describe('what one session asks beside its offering', () => {
  it('must be met as well as the offering’s, and says that it is the session’s', async () => {
    const h = await scene();
    expect(await change(h, 0, youngOnly)).toMatchObject({ ok: true, value: { version: 1 } });
    const refused = await book(h, h.old);
    expect(refused).toMatchObject({ reason: 'ineligible', detail: { rule: 'age' } });
    if (!refused.ok) expect(refused.detail?.text).toBe('这一场：年龄 40 周岁及以下');
    expect(await book(h, h.old, h.open.id)).toMatchObject({ ok: true });
    expect(await book(h, h.young)).toMatchObject({ ok: true });
    const rows = await sqlAsOwner()`select session_id, rules_version, session_rules_version as own
      from bookings order by created_at`;
    expect(rows).toMatchObject([
      { session_id: h.open.id, rules_version: 1, own: 0 },
      { session_id: h.session.id, rules_version: 1, own: 1 },
    ]);
    await sqlAsOwner()`update offerings set rules = '{"ageMax": 20}'::jsonb`;
    const both = await arrange((tx) => aMember(tx, { organisationId: h.tree.union.id }));
    expect(await book(h, both)).toMatchObject({ reason: 'ineligible' });
  });

  it('stands in words on the page, before and at the choice, with the session that would fit', async () => {
    const h = await scene();
    await change(h, 0, youngOnly);
    const me = as(actorOf(h.old));
    const page = await getOfferingPage(me, h.offering.id);
    const words = page.sessions.map((s) => [s.title, ownConditionWords(s.own, 'training')]);
    expect(Object.fromEntries(words)).toEqual({
      青年班: '这一场只收：40 周岁及以下',
      普通班: null,
    });
    const [verdict] = await listVerdicts(me, page, ['self']);
    expect(verdict?.general.eligible).toBe(true);
    expect(verdict?.bySession[h.open.id]?.eligible).toBe(true);
    expect(verdict?.bySession[h.session.id]?.failed).toMatchObject({
      ofSession: true,
      fix: { text: '“普通班”可以报，去看这一场' },
    });
  });

  it('is asked of a list of people and of who waits, by the same rules', async () => {
    const h = await scene(1);
    const first = await book(h, h.young);
    await book(h, h.old);
    expect(await change(h, 0, { ...youngOnly, reason: '改成青年班' })).toMatchObject({
      value: { unfitBooked: 0, unfitWaiting: 1 },
    });
    const people = [h.young, h.old].map(({ personId }) => ({ personId, childId: null }));
    const facts = await transaction(makeCtx(system()), (tx) =>
      gatherFactsOfList(tx, { offeringId: h.offering.id, sessionId: h.session.id }, people),
    );
    const failed = facts.map(
      (one) => one && decideEligibility(one.facts, ['duplicate']).failed?.rule,
    );
    expect(failed).toEqual([undefined, 'age']);
    if (!first.ok) throw new Error(first.reason);
    const input = cancelBookingInput.parse({ bookingId: first.value.bookingId });
    expect(await cancelBooking(as(actorOf(h.young)), input)).toMatchObject({ ok: true });
    const rows = await sqlAsOwner()`select status, reason
      from bookings order by created_at`;
    expect(rows.map((row) => row.status)).toEqual(['cancelled', 'refused']);
    expect(rows[1]?.reason).toContain('这一场：年龄 40 周岁及以下');
  });

  it('has a history with who, when and why, which nobody alters or leaves a version out of', async () => {
    const h = await scene();
    await change(h, 0, { ...youngOnly, reason: '分班' });
    await sqlAsOwner()`update offering_sessions set rules = '{"ageMax": 30}'::jsonb
      where id = ${h.session.id}`;
    expect(await listSessionRuleVersions(h.me, h.session.id)).toMatchObject([
      { version: 2, rules: { ageMax: 30 }, reason: null },
      { version: 1, rules: { ageMax: 40 }, reason: '分班' },
    ]);
    await expect(sqlAsOwner()`update session_rule_versions set reason = '改写'`).rejects.toThrow(
      'append-only',
    );
    const [entry] = await sqlAsOwner()`select after from audit_entries
      where action = 'change_session_rules'`;
    expect(entry?.after).toMatchObject({ version: 1, rules: { ageMax: 40 } });
  });

  it('takes only what says who somebody is', async () => {
    const h = await scene();
    const more = { membersOnly: 'yes', waitlistMax: '0', noShow: 'off', repeatMonths: '12' };
    await change(h, 0, { ...youngOnly, ...more });
    const [row] =
      await sqlAsOwner()`select rules from offering_sessions where id = ${h.session.id}`;
    expect(row?.rules).toEqual({ ageMax: 40 });
  });

  it('is taken away again by an empty form', async () => {
    const h = await scene();
    await change(h, 0, youngOnly);
    expect(await change(h, 1)).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await book(h, h.old)).toMatchObject({ ok: true });
  });

  it('goes along with a copy of the offering as its first version, birthdays a year on', async () => {
    const h = await scene();
    await change(h, 0, { bornFrom: '1990-01-01' });
    const copied = await copyOffering(h.me, {
      ...{ offeringId: h.offering.id, startsOn: null, title: '下一期', term: '' },
    });
    if (!copied.ok) throw new Error(copied.reason);
    const rows = await sqlAsOwner()`select s.title, s.rules, s.rules_version as version,
      (select count(*)::int from session_rule_versions v where v.session_id = s.id) as versions
      from offering_sessions s where s.offering_id = ${copied.value.offeringId} order by s.title`;
    expect(rows.find((row) => row.title === '普通班')).toMatchObject({ rules: {}, versions: 0 });
    expect(rows.find((row) => row.title === '青年班')).toMatchObject({ version: 1, versions: 1 });
  });
});

describe('changing what a session asks', () => {
  it('owes a reason once somebody has booked that session', async () => {
    const h = await scene();
    await book(h, h.young, h.open.id);
    expect(await change(h, 0, youngOnly)).toMatchObject({ ok: true });
    await book(h, h.young);
    expect(await change(h, 1, { ageMax: '35' })).toMatchObject({
      reason: 'invalid',
      fieldErrors: { reason: expect.any(String) },
    });
  });

  it('refuses a stale page, no change, and what nobody could meet with the offering’s', async () => {
    const h = await scene();
    const reason = async (version: number, more: Record<string, unknown>) => {
      const done = await change(h, version, more);
      return done.ok ? 'ok' : done.reason;
    };
    expect(await reason(3, youngOnly)).toBe('rules_changed');
    expect(await reason(0, {})).toBe('same_rules');
    expect(await change(h, 0, { ageMin: '66' })).toMatchObject({
      reason: 'invalid',
      fieldErrors: { ageMin: expect.stringContaining('没有人两样都符合') },
    });
    expect(await reason(0, { joinedMonths: '240' })).toBe('nobody_fits');
    expect(await reason(0, { joinedMonths: '240', evenSo: 'yes' })).toBe('ok');
  });

  it('tells the second of two officers', async () => {
    const h = await scene();
    const both = await Promise.all(['41', '42'].map((ageMax) => change(h, 0, { ageMax })));
    expect(both.map((r) => (r.ok ? 'ok' : r.reason)).sort()).toEqual(['ok', 'rules_changed']);
  });

  it('is over with the session, and is nothing to another union', async () => {
    const h = await scene();
    const ids = { offeringId: h.offering.id, sessionId: h.session.id };
    await expect(change(h, 0, youngOnly, h.other)).rejects.toThrow(NotFound);
    await expect(openSessionRulesEditor(h.other, ids, {})).rejects.toThrow(NotFound);
    await sqlAsOwner()`update offering_sessions set starts_at = now() - interval '1 minute'
      where id = ${h.session.id}`;
    expect(await change(h, 0, youngOnly)).toMatchObject({ reason: 'over' });
    expect(await openSessionRulesEditor(h.me, ids, {})).toMatchObject({ over: true });
  });

  it('shows beforehand who of the session would no longer fit', async () => {
    const h = await scene();
    await book(h, h.old);
    await book(h, h.young, h.open.id);
    const ids = { offeringId: h.offering.id, sessionId: h.session.id };
    const search = { draft: '1', preview: 'yes', ageMax: '40' };
    const editor = await openSessionRulesEditor(h.me, ids, search);
    expect(editor.words).toEqual(['40 周岁及以下']);
    expect(editor.preview).toMatchObject({ booked: { people: 1, unfit: [{}] } });
    expect(editor.changes).toEqual([{ label: '年龄', before: null, after: '40 周岁及以下' }]);
  });
});
