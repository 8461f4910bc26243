import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer, aResidentId } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { changeRules } from '@/features/conditions/commands/change-rules';
import { removeRuleSet, saveRuleSet } from '@/features/conditions/commands/keep-rule-set';
import { previewRules } from '@/features/conditions/queries/preview-rules';
import { listRuleSets, listRuleVersions } from '@/features/conditions/queries/rule-history';
import { changeRulesInput, saveRuleSetInput } from '@/features/conditions/schema/change-rules';
import { bookPlace } from '@/features/enrolment/commands/book-place';
import { cancelBooking } from '@/features/enrolment/commands/cancel-booking';
import { bookPlaceInput, cancelBookingInput } from '@/features/enrolment/schema/booking';
import { offeringRules } from '@/features/offerings/schema/offering';
import { NotFound } from '@/lib/errors';
import { copyOffering } from './copy-offering';

const born = (birthOn: string) => aResidentId({ birthOn });

const scene = (capacity = 2) =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const officer = await anOfficer(tx, 'union_admin', tree.union.id);
    const other = await anOfficer(tx, 'union_admin', tree.otherUnion.id);
    const young = await aMember(tx, {
      organisationId: tree.union.id,
      idNumber: born('2000-03-01'),
    });
    const old = await aMember(tx, { organisationId: tree.union.id, idNumber: born('1970-03-01') });
    // As many as are counted out at all.
    for (const year of [1994, 1995, 1996, 1997, 1998]) {
      await aMember(tx, { organisationId: tree.union.id, idNumber: born(`${year}-03-01`) });
    }
    const offering = await anOffering(tx, { organisationId: tree.union.id });
    const session = await aSession(tx, { offeringId: offering.id, capacity });
    return { tree, me: as(officer.actor), other: as(other.actor), young, old, offering, session };
  });
type Scene = Awaited<ReturnType<typeof scene>>;

const change = (offeringId: string, version: number, more: Record<string, unknown> = {}) =>
  changeRulesInput.parse({ kind: 'training', membersOnly: 'yes', offeringId, version, ...more });
const book = (h: Scene, who: Scene['young']) =>
  bookPlace(
    as(actorOf(who)),
    bookPlaceInput.parse({ offeringId: h.offering.id, sessionId: h.session.id, who: 'self' }),
  );

beforeEach(resetDb);

describe('changing who may book', () => {
  it('is a new version with who, when and why; a booking keeps the version that judged it', async () => {
    const h = await scene();
    await book(h, h.old);
    const input = change(h.offering.id, 1, { ageMax: '40', reason: '名额留给青年' });
    expect(await changeRules(h.me, input)).toMatchObject({
      ok: true,
      value: { version: 2, held: 1, waiting: 0 },
    });
    await book(h, h.young);
    const versions = await listRuleVersions(h.me, h.offering);
    expect(versions).toMatchObject([
      { version: 2, reason: '名额留给青年', unfitHeld: 1, rules: { ageMax: 40 } },
      { version: 1, reason: null },
    ]);
    expect(versions[0]?.by).toBeTruthy();
    const bookings = await sqlAsOwner()`
      select status, rules_version from bookings order by created_at`;
    expect(bookings.map((b) => [b.status, b.rules_version])).toEqual([
      ['booked', 1],
      ['booked', 2],
    ]);
    const [audit] = await sqlAsOwner()`select * from audit_entries where action = 'change_rules'`;
    expect(audit).toMatchObject({ entity_id: h.offering.id, reason: '名额留给青年' });
    expect(audit?.before).toMatchObject({ version: 1 });
  });

  it('owes a reason once somebody has booked, and refuses what could never be filled', async () => {
    const h = await scene();
    const quota = await changeRules(h.me, change(h.offering.id, 1, { quotaTown: '3' }));
    expect(quota).toMatchObject({
      reason: 'invalid',
      fieldErrors: { quotaTown: expect.any(String) },
    });
    const first = await changeRules(h.me, change(h.offering.id, 1, { lastDraw: 'losers_first' }));
    expect(first).toMatchObject({ fieldErrors: { lastDraw: expect.stringContaining('不抽签') } });
    await sqlAsOwner()`update offerings set allocation = 'draw'`;
    const drawn = await changeRules(h.me, change(h.offering.id, 1, { quotaUnit: '1' }));
    expect(drawn).toMatchObject({ fieldErrors: { quotaUnit: expect.stringContaining('预留') } });
    await sqlAsOwner()`update offerings set allocation = 'first_come'`;
    await book(h, h.old);
    const mute = await changeRules(h.me, change(h.offering.id, 1, { ageMin: '18' }));
    expect(mute).toMatchObject({ reason: 'invalid', fieldErrors: { reason: expect.any(String) } });
    expect(await listRuleVersions(h.me, h.offering)).toHaveLength(1);
  });

  it('says of a few whom the conditions fit no more than of nobody (Z27)', async () => {
    const h = await scene();
    const fitting = async (more: Record<string, unknown>) => {
      const rules = offeringRules.parse({ bornFrom: '1970-03-01', ...more });
      return (await previewRules(h.me, { offeringId: h.offering.id, rules })).fitting;
    };
    expect(await fitting({ bornTo: '1970-03-01' })).toBe(0);
    expect(await fitting({ bornTo: '1970-02-28', bornFrom: '1970-02-28' })).toBe(0);
    expect(await fitting({})).toBe(5);
    const input = change(h.offering.id, 1, { bornFrom: '1970-03-01', bornTo: '1970-03-01' });
    expect(await changeRules(h.me, input)).toMatchObject({ reason: 'nobody_fits' });
  });

  it('tells the second of two officers, and stores nothing that changes nothing', async () => {
    const h = await scene();
    expect(await changeRules(h.me, change(h.offering.id, 1))).toMatchObject({
      reason: 'same_rules',
    });
    const both = await Promise.all(
      ['20', '30'].map((ageMin) => changeRules(h.me, change(h.offering.id, 1, { ageMin }))),
    );
    expect(both.map((r) => (r.ok ? 'ok' : r.reason)).sort()).toEqual(['ok', 'rules_changed']);
    expect(await listRuleVersions(h.me, h.offering)).toHaveLength(2);
  });

  it('warns when no member fits, and goes on when it is meant so', async () => {
    const h = await scene();
    const nobody = change(h.offering.id, 1, { ageMin: '100' });
    expect(await changeRules(h.me, nobody)).toMatchObject({ reason: 'nobody_fits' });
    expect(await changeRules(h.me, { ...nobody, evenSo: true })).toMatchObject({ ok: true });
    const women = await arrange((tx) => anOfficer(tx, 'women_officer', h.tree.district.id));
    const care = await arrange((tx) =>
      anOffering(tx, { organisationId: h.tree.district.id, kind: 'childcare', term: '2027暑期' }),
    );
    const grades = { kind: 'childcare', gradeMin: '6', gradeMax: '6', ageMax: '6' };
    expect(await changeRules(as(women.actor), change(care.id, 1, grades))).toMatchObject({
      reason: 'nobody_fits',
    });
  });

  it('is not there for another union, and over when the offering is', async () => {
    const h = await scene();
    await expect(changeRules(h.other, change(h.offering.id, 1))).rejects.toThrow(NotFound);
    const asked = { offeringId: h.offering.id, rules: offeringRules.parse({}) };
    await expect(previewRules(h.other, asked)).rejects.toThrow(NotFound);
    await sqlAsOwner()`update offerings set status = 'finished'`;
    expect(await changeRules(h.me, change(h.offering.id, 1, { ageMin: '1' }))).toMatchObject({
      reason: 'over',
    });
  });

  it('keeps a version of every change, whoever makes it, and lets none be altered', async () => {
    const h = await scene();
    await sqlAsOwner()`update offerings set rules = '{"ageMin": 20}'::jsonb`;
    expect(await listRuleVersions(h.me, h.offering)).toMatchObject([
      { version: 2, rules: { ageMin: 20 }, reason: null },
      { version: 1 },
    ]);
    const alter = sqlAsOwner()`update offering_rule_versions set reason = '改写'`;
    await expect(alter).rejects.toThrow('append-only');
  });

  it('judges who waits by the new rules when it is their turn; who has a place keeps it', async () => {
    const h = await scene(1);
    const booked = await book(h, h.old);
    const [waits, next] = await arrange(async (tx) => [
      await aMember(tx, { organisationId: h.tree.union.id, idNumber: born('1971-01-01') }),
      h.young,
    ]);
    await book(h, waits);
    await book(h, next);
    const input = change(h.offering.id, 1, { ageMax: '40', reason: '名额留给青年' });
    expect(await changeRules(h.me, input)).toMatchObject({ value: { held: 1, waiting: 1 } });
    if (!booked.ok) throw new Error(booked.reason);
    const cancel = cancelBookingInput.parse({ bookingId: booked.value.bookingId });
    expect(await cancelBooking(as(actorOf(h.old)), cancel)).toMatchObject({ ok: true });
    const rows = await sqlAsOwner()`
      select status, rules_version from bookings order by created_at, queue_no`;
    expect(rows.map((r) => r.status)).toEqual(['cancelled', 'refused', 'booked']);
    expect(rows[2]?.rules_version).toBe(2);
  });
});

describe('trying conditions on last time’s people', () => {
  it('finds as many as a count by hand, rule by rule, with masked names', async () => {
    const h = await scene(40);
    // Born 1960 … 1999 on 1 March, of two unions in turn.
    const members = await arrange(async (tx) => {
      const made: Scene['young'][] = [];
      for (let year = 1960; year < 2000; year++) {
        const organisationId = year % 2 ? h.tree.union.id : h.tree.otherUnion.id;
        const idNumber = born(`${year}-03-01`);
        made.push(await aMember(tx, { organisationId, idNumber, name: '张小燕' }));
      }
      return made;
    });
    for (const one of members) expect(await book(h, one)).toMatchObject({ ok: true });
    const copied = await copyOffering(h.me, {
      offeringId: h.offering.id,
      startsOn: null,
      title: '下一期',
      term: '',
    });
    if (!copied.ok) throw new Error(copied.reason);
    const { offeringId } = copied.value;
    const [session] = await sqlAsOwner()`
      select extract(year from starts_at)::int as year, starts_at::date >= make_date(
        extract(year from starts_at)::int, 3, 1) as after from offering_sessions
      where offering_id = ${h.offering.id}`;
    const ageOf = (born: number) => Number(session?.year) - born - (session?.after ? 0 : 1);
    const years = Array.from({ length: 40 }, (_, i) => 1960 + i);
    const byAge = years.filter((y) => ageOf(y) < 35 || ageOf(y) > 64).length;

    const rules = offeringRules.parse({ ageMin: 35, ageMax: 64 });
    const preview = await previewRules(h.me, { offeringId, rules });
    expect(preview.against?.id).toBe(h.offering.id);
    expect(preview.past?.people).toBe(40);
    expect(preview.past?.unfit).toHaveLength(byAge);
    expect(preview.past?.byRule).toMatchObject([{ rule: 'age', label: '年龄', n: byAge }]);
    expect(preview.past?.unfit.every((u) => /^张\*+.?$/.test(u.masked))).toBe(true);
    // Forty-seven, told roughly.
    expect(preview.members).toBe(45);

    // A quota is counted in the order of arrival: of twenty of one union all but seven.
    const quota = offeringRules.parse({ quotaUnit: 7 });
    const by = await previewRules(h.me, { offeringId, rules: quota });
    expect(by.past?.unfit).toHaveLength(2 * (20 - 7));
    const open = await previewRules(h.me, { offeringId, rules: offeringRules.parse({}) });
    expect(open.past?.unfit).toEqual([]);
  });
});

describe('a set of conditions under a name', () => {
  it('is offered again for the same kind, named once, and taken off the list', async () => {
    const h = await scene();
    const set = (title: string) =>
      saveRuleSetInput.parse({
        kind: 'training',
        offeringId: h.offering.id,
        title,
        ageMin: '18',
      });
    const made = await saveRuleSet(h.me, set('成年人'));
    expect(made).toMatchObject({ ok: true });
    expect(await saveRuleSet(h.me, set('成年人'))).toMatchObject({
      reason: 'invalid',
      fieldErrors: { title: expect.any(String) },
    });
    const [saved] = await listRuleSets(h.me, h.offering);
    expect(saved).toMatchObject({ title: '成年人', own: true, rules: { ageMin: 18 } });
    await expect(saveRuleSet(h.other, set('别人的'))).rejects.toThrow(NotFound);
    const gone = { setId: saved?.id ?? '', offeringId: h.offering.id };
    expect(await removeRuleSet(h.me, gone)).toMatchObject({ ok: true });
    await expect(removeRuleSet(h.me, gone)).rejects.toThrow(NotFound);
    expect(await listRuleSets(h.me, h.offering)).toEqual([]);
  });
});
