import { readSheet } from 'read-excel-file/node';
import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { revealAttendee } from '@/features/bookings/commands/reveal-attendee';
import { revealAttendees } from '@/features/bookings/commands/reveal-attendees';
import { listOfferingBookings } from '@/features/bookings/queries/desk-bookings';
import { bookingFilter } from '@/features/bookings/schema/desk-filter';
import { bookPlace } from '@/features/enrolment/commands/book-place';
import { bookPlaceInput } from '@/features/enrolment/schema/booking';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import type { Kind } from '@/features/offerings/schema/offering';
import type { AccountActor } from '@/lib/actor';
import { signLink } from '@/lib/crypto/signed-link';
import { NotFound } from '@/lib/errors';
import type { Result } from '@/lib/result';
import { getRoll } from '../queries/roll';
import { rollLinkPurpose } from '../rules/roll-link';
import { printRollInput } from '../schema/roll';
import type { RollFile } from '../steps/roll-file';
import { exportRoll } from './export-roll';
import { openRollLink } from './open-roll-link';
import { printRoll } from './print-roll';
import { requestRollLink } from './request-roll-link';

const idNumber = '450803199003070029';

const scene = (kind: Kind) =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const offering = await anOffering(tx, { kind, organisationId: tree.district.id });
    const session = await aSession(tx, { offeringId: offering.id });
    const phone = '13900008321';
    const name = '黄秀英';
    const member = await aMember(tx, { organisationId: tree.union.id, idNumber, phone, name });
    const role = kind === 'screening' ? 'women_officer' : 'economy_officer';
    const officer = await anOfficer(tx, role, tree.district.id);
    const wrong = await anOfficer(tx, 'organisation_officer', tree.district.id);
    const employer = await anOfficer(tx, 'union_admin', tree.union.id);
    return { tree, offering, session, member, officer, wrong, employer };
  });
type Scene = Awaited<ReturnType<typeof scene>>;

async function aBooked(kind: Kind = 'training') {
  const h = await scene(kind);
  const given = { offeringId: h.offering.id, sessionId: h.session.id, who: 'self' };
  const input = bookPlaceInput.parse(
    kind === 'screening' ? { ...given, screeningConsent: 'yes' } : given,
  );
  const made = await bookPlace(as(actorOf(h.member)), input);
  if (!made.ok) throw new Error(made.reason);
  return { ...h, bookingId: made.value.bookingId };
}

const noQuestions = async () => [];
const stepped = (actor: AccountActor): AccountActor => ({ ...actor, steppedUpAt: new Date() });
const ask = (h: Scene, actor: AccountActor) =>
  exportRoll(as(actor), { sessionId: h.session.id }, noQuestions);
const askLink = (h: Scene, actor: AccountActor, reason: string | null) =>
  requestRollLink(as(actor), { sessionId: h.session.id, reason });
async function aLink(h: Scene, actor: AccountActor, reason = '核对') {
  const asked = await askLink(h, stepped(actor), reason);
  if (!asked.ok) throw new Error(asked.reason);
  return asked.value.token;
}
const open = (h: Scene, actor: AccountActor, token: string) =>
  openRollLink(as(actor), { sessionId: h.session.id, token }, noQuestions);

async function opened(result: Result<RollFile>) {
  if (!result.ok) throw new Error(result.reason);
  const rows = await readSheet(result.value.content);
  return { header: rows[0], first: rows[1], text: JSON.stringify(rows) };
}

const audits = (action: string) =>
  sqlAsOwner()`select * from audit_entries where action = ${action} order by id`;

beforeEach(resetDb);

describe('exporting a roll', () => {
  it('is masked without a reason, with a watermark and an audit line', async () => {
    const h = await aBooked();
    const { header, first, text } = await opened(await ask(h, h.officer.actor));
    expect(header?.slice(0, 4)).toEqual(['预约号', '姓名', '手机', '证件号码']);
    expect(first?.slice(1, 4)).toEqual(['黄**', '139****8321', '4508**********0029']);
    expect(text).toContain('林干事');
    expect(text).not.toContain(idNumber);
    expect(await audits('export_roll')).toMatchObject([
      { entity_id: h.session.id, after: { rows: 1, full: false }, reason: null },
    ]);
  });

  it('is whole for a stated reason and a fresh second factor only, the ID as text', async () => {
    const h = await aBooked();
    const actor = h.officer.actor;
    expect(await askLink(h, stepped(actor), null)).toMatchObject({ reason: 'needs_reason' });
    expect(await askLink(h, actor, '=办理结业证')).toMatchObject({ reason: 'step_up' });
    expect(await audits('request_roll_link')).toHaveLength(0);
    const token = await aLink(h, actor, '=办理结业证');
    expect(await audits('export_roll')).toHaveLength(0);
    const { first, text } = await opened(await open(h, actor, token));
    expect(first?.slice(1, 4)).toEqual(['黄秀英', '13900008321', idNumber]);
    expect(text).toContain('用途：=办理结业证');
    expect(text).toContain(actor.displayName);
    expect(await audits('request_roll_link')).toMatchObject([{ reason: '=办理结业证' }]);
    expect(await audits('export_roll')).toMatchObject([
      { after: { full: true }, reason: '=办理结业证' },
    ]);
  });

  it('starts no formula, whatever a name begins with', async () => {
    const h = await aBooked();
    await sqlAsOwner()`update people set name = '=1+1' where id = ${h.member.personId}`;
    const whole = await open(h, h.officer.actor, await aLink(h, h.officer.actor));
    expect((await opened(whole)).first?.[1]).toBe("'=1+1");
  });

  it('holds no more rows than the setting allows', async () => {
    const h = await aBooked();
    await sqlAsOwner()`insert into settings (key, value) values ('booking_roll_export_rows', '0')`;
    const refused = await ask(h, h.officer.actor);
    expect(refused).toMatchObject({ ok: false, reason: 'too_many', detail: { most: 0 } });
    expect(await audits('export_roll')).toHaveLength(0);
  });
});

describe('a link to the whole roll', () => {
  it('is good once: of two clicks at once one gets the file, later ones none', async () => {
    const h = await aBooked();
    const token = await aLink(h, h.officer.actor);
    const clicks = await Promise.all([1, 2].map(() => open(h, h.officer.actor, token)));
    expect(clicks.filter((click) => click.ok)).toHaveLength(1);
    expect(await open(h, h.officer.actor, token)).toMatchObject({ reason: 'link_used' });
    expect(await audits('export_roll')).toHaveLength(1);
  });

  it('ends after ten minutes', async () => {
    const h = await aBooked();
    await aLink(h, h.officer.actor);
    const [row] = await sqlAsOwner()`select id from export_links`;
    const late = signLink(rollLinkPurpose, row?.id, new Date(Date.now() - 1_000));
    expect(await open(h, h.officer.actor, late)).toMatchObject({ reason: 'link_expired' });
    expect(await sqlAsOwner()`select used_at from export_links`).toMatchObject([{ used_at: null }]);
  });

  it('is nothing to another officer, for another session, or once the role is gone', async () => {
    const h = await aBooked();
    const token = await aLink(h, h.officer.actor);
    const colleague = await arrange((tx) =>
      anOfficer(tx, 'economy_officer', h.tree.district.id).then(({ actor }) => actor),
    );
    await expect(open(h, colleague, token)).rejects.toThrow(NotFound);
    await expect(open(h, h.wrong.actor, token)).rejects.toThrow(NotFound);
    await expect(open(h, { ...h.officer.actor, grants: [] }, token)).rejects.toThrow(NotFound);
    const other = await arrange((tx) => aSession(tx, { offeringId: h.offering.id }));
    const elsewhere = openRollLink(
      as(h.officer.actor),
      { sessionId: other.id, token },
      noQuestions,
    );
    await expect(elsewhere).rejects.toThrow(NotFound);
    const forged = open(h, h.officer.actor, signLink('card', h.session.id, new Date(9e12 / 5)));
    await expect(forged).rejects.toThrow(NotFound);
    expect(await open(h, h.officer.actor, token)).toMatchObject({ ok: true });
  });
});

describe('the list of participants', () => {
  it('of a screening: its organiser alone, each look on record, no unit in the sheet', async () => {
    const h = await aBooked('screening');
    for (const { actor } of [h.wrong, h.employer]) {
      await expect(getDeskOffering(as(actor), h.offering.id)).rejects.toThrow(NotFound);
      await expect(ask(h, stepped(actor))).rejects.toThrow(NotFound);
      const look = revealAttendee(as(actor), { bookingId: h.bookingId });
      await expect(look).rejects.toThrow(NotFound);
    }
    const me = as(h.officer.actor);
    const offering = await getDeskOffering(me, h.offering.id);
    const roll = await getRoll(me, offering, h.session.id);
    expect(roll.lines).toMatchObject([{ attendee: '黄**', phone: '139****8321' }]);
    await listOfferingBookings(me, offering, bookingFilter.parse({}));
    expect(await audits('view_participants')).toHaveLength(2);
    const { header } = await opened(await ask(h, h.officer.actor));
    expect(header).not.toContain('所属工会');
  });

  it('reveals one row at a time, on record, and only to the organiser', async () => {
    const h = await aBooked();
    const shown = await revealAttendee(as(h.officer.actor), { bookingId: h.bookingId });
    expect(shown).toMatchObject({
      ok: true,
      value: { attendee: '黄秀英', phone: '139 0000 8321' },
    });
    expect(await audits('view_attendee')).toMatchObject([{ entity_id: h.bookingId }]);
    const own = revealAttendee(as(h.employer.actor), { bookingId: h.bookingId });
    await expect(own).rejects.toThrow(NotFound);
    expect(await audits('view_attendee')).toHaveLength(1);
  });
});

describe('names of a whole list', () => {
  it('are shown by one look with one line of the ledger, to the organiser alone', async () => {
    const h = await aBooked();
    const input = { offeringId: h.offering.id, bookingIds: [h.bookingId, h.session.id] };
    const shown = await revealAttendees(as(h.officer.actor), input);
    expect(shown).toMatchObject({
      value: { [h.bookingId]: { attendee: '黄秀英', phone: '139 0000 8321' } },
    });
    expect(await audits('view_attendees')).toMatchObject([
      { entity_id: h.offering.id, after: { bookings: [h.bookingId] } },
    ]);
    for (const { actor } of [h.wrong, h.employer]) {
      await expect(revealAttendees(as(actor), input)).rejects.toThrow(NotFound);
    }
  });

  it('go on the sign-in sheet for a reason and a fresh second factor, once on record', async () => {
    const h = await aBooked();
    const input = printRollInput.parse({ sessionId: h.session.id, reason: '第一天签到' });
    expect(printRollInput.safeParse({ sessionId: h.session.id, reason: ' ' }).success).toBe(false);
    expect(await printRoll(as(h.officer.actor), input)).toMatchObject({ reason: 'step_up' });
    expect(await printRoll(as(stepped(h.officer.actor)), input)).toMatchObject({
      value: { [h.bookingId]: { attendee: '黄秀英', guardian: null } },
    });
    expect(await audits('print_roll')).toMatchObject([
      { reason: '第一天签到', after: { rows: 1 } },
    ]);
    await expect(printRoll(as(stepped(h.employer.actor)), input)).rejects.toThrow(NotFound);
  });
});
