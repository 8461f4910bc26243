import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { bookings } from '@/db/schema/bookings';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { bookPlace } from '@/features/enrolment/commands/book-place';
import { bookPlaceInput } from '@/features/enrolment/schema/booking';
import { previewUnitList } from '@/features/unit-lists/commands/preview-unit-list';
import { submitUnitList } from '@/features/unit-lists/commands/submit-unit-list';
import { lookThroughInput } from '@/features/unit-lists/schema/unit-list';
import { phoneOf } from '@/features/unit-lists/unit-list.test-helpers';
import { Forbidden, NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { askReturn } from './commands/ask-return';
import { decideReturn } from './commands/decide-return';
import { withdrawReturn } from './commands/withdraw-return';
import { personalData } from './personal-data';
import { listReturns, openReturn } from './queries/desk-returns';
import { getMyReturn } from './queries/my-return';
import { askReturnInput, decideReturnInput } from './schema/return-visit';

const DAY = 86_400_000;

/** A woman screened a year ago, and a screening once in three years that takes back who was asked. */
const scene = (rules: Record<string, unknown> = { recheckReturns: true }) =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const woman = await aMember(tx, { organisationId: tree.union.id, name: '罗小满' });
    const other = await aMember(tx, { organisationId: tree.union.id, name: '黄初晴' });
    const kind = 'screening' as const;
    const organisationId = tree.district.id;
    const last = await anOffering(tx, { organisationId, kind, status: 'finished' });
    const startsAt = new Date(tx.now.getTime() - 365 * DAY);
    const endsAt = new Date(startsAt.getTime() + 3_600_000);
    const past = await aSession(tx, { offeringId: last.id, startsAt, endsAt });
    const id = newId();
    await tx.db.insert(bookings).values({
      id,
      number: `BM-${id.slice(-6)}`,
      sessionId: past.id,
      offeringId: last.id,
      kind,
      accountId: woman.accountId,
      personId: woman.personId,
      attendeeId: woman.personId,
      organisationId: tree.union.id,
      organiserId: organisationId,
      status: 'attended',
      period: `{[${startsAt.toISOString()},${endsAt.toISOString()})}`,
      attendeeMasked: '罗**',
      phoneTail: '0001',
      createdAt: startsAt,
    });
    await tx.db.execute(sql`update session_capacity set taken = 1 where session_id = ${past.id}`);
    const offering = await anOffering(tx, {
      organisationId,
      kind,
      rules: { repeatMonths: 36, repeatOf: 'kind', ...rules },
    });
    const session = await aSession(tx, { offeringId: offering.id, capacity: 5 });
    return {
      tree,
      woman,
      her: as(actorOf(woman)),
      other: as(actorOf(other)),
      women: (await anOfficer(tx, 'women_officer', tree.district.id)).actor,
      chair: (await anOfficer(tx, 'union_admin', tree.union.id)).actor,
      district: (await anOfficer(tx, 'viewer', tree.district.id)).actor,
      offering,
      session,
    };
  });
type Scene = Awaited<ReturnType<typeof scene>>;

const ask = (h: Scene, by = h.her) =>
  askReturn(by, askReturnInput.parse({ offeringId: h.offering.id, returnConsent: 'yes' }));
const book = (h: Scene) =>
  bookPlace(
    h.her,
    bookPlaceInput.parse({
      offeringId: h.offering.id,
      sessionId: h.session.id,
      who: 'self',
      screeningConsent: 'yes',
    }),
  );
const theOne = async (h: Scene) => {
  const { waiting } = await listReturns(as(h.women));
  const [line] = waiting;
  if (!line) throw new Error('nobody waits');
  return line;
};
async function decide(h: Scene, to: 'verified' | 'refused', answer = '') {
  const { id } = await theOne(h);
  const { version } = await openReturn(as(h.women), id);
  return decideReturn(
    as(h.women),
    decideReturnInput.parse({ returnId: id, version: String(version), to, answer }),
  );
}

beforeEach(resetDb);

describe('who was screened and is asked back', () => {
  it('is told the way, says so, and books once 女职工部 has verified it', async () => {
    const h = await scene();
    expect(await book(h)).toMatchObject({
      ok: false,
      detail: { rule: 'repeat', href: `/services/${h.offering.id}/return` },
    });
    expect(await ask(h)).toMatchObject({ ok: true });
    expect(await book(h)).toMatchObject({
      detail: { fix: '您说收到通知再来，女职工部正在核实' },
    });
    expect(await ask(h)).toMatchObject({ reason: 'already_asked' });
    expect(await decide(h, 'verified')).toMatchObject({ ok: true });
    const [notice] = await sqlAsOwner()`select title, body, link from notices`;
    expect(notice).toMatchObject({
      title: '请查看健康服务通知',
      link: `/services/${h.offering.id}/return`,
    });
    expect(`${notice?.title}${notice?.body}`).not.toMatch(/筛查|癌|复查|再来/);
    expect(await book(h)).toMatchObject({ ok: true, value: { status: 'booked' } });
  });

  it('reads why not when it could not be verified, and may ask again', async () => {
    const h = await scene();
    await ask(h);
    expect(
      decideReturnInput.safeParse({ returnId: newId(), version: '1', to: 'refused' }).success,
    ).toBe(false);
    await decide(h, 'refused', '医院没有查到通知，请带通知单来柜台');
    expect(await getMyReturn(h.her, h.offering.id)).toMatchObject({
      status: 'refused',
      answer: '医院没有查到通知，请带通知单来柜台',
    });
    expect(await book(h)).toMatchObject({ ok: false, detail: { rule: 'repeat' } });
    expect(await ask(h)).toMatchObject({ ok: true });
    expect((await theOne(h)).status).toBe('waiting');
  });

  it('takes it back at any time: nothing is left, and the interval bars again', async () => {
    const h = await scene();
    await ask(h);
    await decide(h, 'verified');
    expect(await withdrawReturn(h.her, { offeringId: h.offering.id })).toMatchObject({ ok: true });
    expect(await sqlAsOwner()`select 1 from return_visits`).toHaveLength(0);
    expect(await book(h)).toMatchObject({ ok: false, detail: { rule: 'repeat' } });
  });

  it('is not asked of whom nothing bars, and not where the screening takes nobody back', async () => {
    const h = await scene();
    expect(await ask(h, h.other)).toMatchObject({ reason: 'not_barred' });
    const strict = await scene({});
    await expect(ask(strict)).rejects.toThrow(NotFound);
    expect(await book(strict)).toMatchObject({ detail: { rule: 'repeat', href: '' } });
  });
});

describe('what is kept of it', () => {
  it('is sealed, with its own consent; the ledger does not say how it was answered', async () => {
    const h = await scene();
    await ask(h);
    await decide(h, 'refused', '请到柜台');
    const dump = await sqlAsOwner()`select r::text as text from return_visits r`;
    expect(dump[0]?.text).not.toMatch(/verified|refused|柜台/);
    const [consent] = await sqlAsOwner()`select purpose, subject_type from consents`;
    expect(consent).toMatchObject({ purpose: 'screening_return', subject_type: 'return_visit' });
    const ledger = await sqlAsOwner()`
      select action, before, after, reason from audit_entries where entity_type = 'return_visit'
      order by id`;
    expect(ledger.map((e) => e.action)).toEqual(['ask_return', 'view_return', 'decide_return']);
    expect(JSON.stringify(ledger)).not.toMatch(/refused|柜台/);
  });

  it('reaches 女职工部 alone: her own union neither lists, opens, answers nor reads it off a list', async () => {
    const h = await scene();
    await ask(h);
    const { id } = await theOne(h);
    for (const actor of [h.chair, h.district]) {
      await expect(listReturns(as(actor))).rejects.toThrow(Forbidden);
      await expect(openReturn(as(actor), id)).rejects.toThrow(NotFound);
      const answer = { returnId: id, version: 1, to: 'verified', answer: null } as const;
      await expect(decideReturn(as(actor), answer)).rejects.toThrow();
    }
    await sqlAsOwner()`update offerings set allocation = 'unit' where id = ${h.offering.id}`;
    const asked = {
      offeringId: h.offering.id,
      sessionId: h.session.id,
      organisationId: h.tree.union.id,
      pasted: `罗小满\t${await phoneOf(h.woman.accountId)}`,
    };
    const draft = await previewUnitList(as(h.chair), lookThroughInput.parse(asked));
    if (!draft.ok) throw new Error(draft.reason);
    const [list] = await sqlAsOwner()`select counts from unit_lists`;
    expect(list?.counts).toMatchObject({ ineligible: 1 });
    await decide(h, 'verified');
    // Judged again by the same rules when it is handed in.
    const done = await submitUnitList(as(h.chair), draft.value);
    expect(done).toMatchObject({ ok: true, value: { offered: 1 } });
  });

  it('is answered once, and never by oneself', async () => {
    const h = await scene();
    await ask(h);
    const { id } = await theOne(h);
    const answer = { returnId: id, version: 1, to: 'verified', answer: null } as const;
    const both = await Promise.all([1, 2].map(() => decideReturn(as(h.women), answer)));
    expect(both.map((r) => (r.ok ? 'ok' : r.reason)).sort()).toEqual(['decided', 'ok']);
    const own = await scene();
    await ask(own);
    const hers = await theOne(own);
    const self = { ...own.her.actor, grants: own.women.grants } as typeof own.women;
    expect(await decideReturn(as(self), { ...answer, returnId: hers.id })).toMatchObject({
      reason: 'own_case',
    });
  });

  it('is handed out in plain, and goes thirty days after the last half-day', async () => {
    const h = await scene();
    await ask(h);
    await decide(h, 'verified');
    const out = await arrange((tx) => personalData.export(tx, h.woman.personId));
    expect(out.returnVisits).toMatchObject([{ verdict: { to: 'verified' } }]);
    expect(await arrange((tx) => personalData.expire(tx))).toBe(0);
    await sqlAsOwner()`update return_visits set created_at = now() - interval '90 days'`;
    await sqlAsOwner()`update offering_sessions set starts_at = now() - interval '32 days',
      ends_at = now() - interval '31 days' where id = ${h.session.id}`;
    expect(await arrange((tx) => personalData.expire(tx))).toBe(1);
    await ask(h);
    expect(await arrange((tx) => personalData.erase(tx, h.woman.personId))).toBe(1);
  });
});
