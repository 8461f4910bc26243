import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { checkIns } from '@/db/schema/attendance';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { meetingsOf, timedOf } from '@/features/offerings/rules/meetings';
import type { AccountActor } from '@/lib/actor';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { findByToken, getMyCertificate, listMyCertificates } from '../queries/certificates';
import { getCompletion } from '../queries/course-certificates';
import { reissueCertificate, revokeCertificate } from './end-certificate';
import { issueCertificates } from './issue-certificates';
import { printCertificates } from './print-certificates';

beforeEach(resetDb);

const DAY = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY);

/** A course of every day, five of its days with a roll; `came` says how many each person attended. */
const scene = (came: readonly number[], given: { over?: boolean; certificate?: string } = {}) =>
  arrange(async (tx) => {
    const { over = true, certificate = 'completion' } = given;
    const tree = await aTree(tx);
    const organisationId = tree.union.id;
    const officer = await anOfficer(tx, 'union_admin', organisationId);
    const stranger = await anOfficer(tx, 'union_admin', tree.otherUnion.id);
    const details = { certificate, attendanceNeeded: 80, hours: 20 };
    const offering = await anOffering(tx, { organisationId, title: '电工（五级）培训班', details });
    const session = await aSession(tx, {
      offeringId: offering.id,
      startsAt: new Date(ago(10).setUTCHours(1, 0, 0, 0)),
      endsAt: new Date((over ? ago(1) : ago(-3)).setUTCHours(4, 0, 0, 0)),
      details: { weekdays: [0, 1, 2, 3, 4, 5, 6], note: '' },
    });
    const days = meetingsOf(timedOf(session)).slice(0, 5);
    const members = [];
    for (const count of came) {
      const member = await aMember(tx, { organisationId: tree.otherUnion.id });
      const booking = await aBooking(tx, { member, session, organisationId });
      const entries = days.map((day, at) => ({
        id: newId(),
        bookingId: booking.id,
        sessionId: session.id,
        meetingOn: day.on,
        kind: at < count ? ('in' as const) : ('absent' as const),
        at: day.from,
        way: 'roll' as const,
      }));
      await tx.db.insert(checkIns).values(entries);
      members.push({ ...member, me: as(actorOf(member)), bookingId: booking.id });
    }
    return { session, members, officer: as(officer.actor), stranger: as(stranger.actor) };
  });

const rows = () =>
  sqlAsOwner()<
    { id: string; number: string; token: string; bookingId: string; holder: string }[]
  >`select id, number, check_token as token, booking_id as "bookingId", holder from certificates order by number`;

describe('certificates', () => {
  it('go to whoever reaches the attendance, numbered, with notice and audit', async () => {
    const h = await scene([5, 4, 3]);
    const input = { sessionId: h.session.id };
    expect(await issueCertificates(h.officer, input)).toMatchObject({ value: { issued: 2 } });
    const issued = await rows();
    const year = issued[0]?.number.slice(2, 6);
    expect(issued.map((c) => c.number)).toEqual([`JY${year}-00001`, `JY${year}-00002`]);
    expect(issued.map((c) => c.bookingId).toSorted()).toEqual(
      [h.members[0]?.bookingId, h.members[1]?.bookingId].toSorted(),
    );
    const notices = await sqlAsOwner()`select 1 from notices where title like '结业证书已发%'`;
    expect(notices).toHaveLength(2);
    const audits =
      await sqlAsOwner()`select 1 from audit_entries where action = 'issue_certificates'`;
    expect(audits).toHaveLength(1);
    expect(await issueCertificates(h.officer, input)).toMatchObject({ value: { issued: 0 } });
  });

  it('are issued once, also by two officers at the same instant', async () => {
    const h = await scene([5, 5, 5]);
    const input = { sessionId: h.session.id };
    const both = await Promise.all([
      issueCertificates(h.officer, input),
      issueCertificates(h.officer, input),
    ]);
    expect(both.map((r) => (r.ok ? r.value.issued : -1)).toSorted()).toEqual([0, 3]);
    expect(await rows()).toHaveLength(3);
  });

  it.each([
    ['before the last lesson', [5], { over: false }, 'not_over'],
    ['of a course that gives none', [5], { certificate: 'none' }, 'no_certificate'],
    ['without any roll', [], {}, 'no_roll'],
  ])('are refused %s', async (_, came, given, reason) => {
    const h = await scene(came, given);
    const answer = await issueCertificates(h.officer, { sessionId: h.session.id });
    expect(answer).toMatchObject({ ok: false, reason });
  });

  it('are their holder’s, and no other member’s nor another union’s', async () => {
    const h = await scene([5, 1]);
    await issueCertificates(h.officer, { sessionId: h.session.id });
    const [made] = await rows();
    const [holder, other] = h.members;
    if (!made || !holder || !other) throw new Error('nobody');
    expect(await listMyCertificates(holder.me)).toHaveLength(1);
    expect(await listMyCertificates(other.me)).toHaveLength(0);
    await expect(getMyCertificate(other.me, made.id)).rejects.toThrow(NotFound);
    const input = { certificateId: made.id, reason: '试试' };
    await expect(revokeCertificate(h.stranger, input)).rejects.toThrow(NotFound);
    const issue = issueCertificates(h.stranger, { sessionId: h.session.id });
    await expect(issue).rejects.toThrow(NotFound);
  });

  it('are checked by anyone, masked; once revoked, everyone sees so', async () => {
    const h = await scene([5]);
    await issueCertificates(h.officer, { sessionId: h.session.id });
    const [made] = await rows();
    if (!made) throw new Error('none');
    const nobody = as({ kind: 'anonymous' });
    const checked = await findByToken(nobody, made.token);
    expect(checked).toMatchObject({ number: made.number, revokedAt: null, hours: 20 });
    expect(checked?.holderMasked).toContain('*');
    expect(JSON.stringify(checked)).not.toContain(made.holder);
    const input = { certificateId: made.id, reason: '代课学员冒名' };
    expect(await revokeCertificate(h.officer, input)).toMatchObject({ ok: true });
    expect(await revokeCertificate(h.officer, input)).toMatchObject({ reason: 'already_revoked' });
    expect((await findByToken(nobody, made.token))?.revokedAt).toBeInstanceOf(Date);
    expect(await findByToken(nobody, `${made.token.slice(0, -1)}!`)).toBeNull();
    const notified = await sqlAsOwner()`select 1 from notices where body like '%代课学员冒名%'`;
    expect(notified).toHaveLength(1);
    // Issuing again does not bring a revoked one back.
    const again = await issueCertificates(h.officer, { sessionId: h.session.id });
    expect(again).toMatchObject({ value: { issued: 0 } });
  });

  it('are reissued under a new number that names the old', async () => {
    const h = await scene([5]);
    await issueCertificates(h.officer, { sessionId: h.session.id });
    const [made] = await rows();
    await sqlAsOwner()`update people set name = '陈一凡' where id = ${h.members[0]?.personId ?? ''}`;
    const input = { certificateId: made?.id ?? '', reason: '姓名写错' };
    expect(await reissueCertificate(h.officer, input)).toMatchObject({ ok: true });
    const [old, fresh] = await sqlAsOwner()`
      select holder, replaces, revoked_reason as reason from certificates order by number`;
    expect(old).toMatchObject({ reason: '姓名写错' });
    expect(fresh).toMatchObject({ holder: '陈一凡', replaces: made?.id, reason: null });
  });

  it('are refused in words where the typeface lacks a character, and the others get theirs', async () => {
    const h = await scene([5, 5]);
    const input = { sessionId: h.session.id };
    const name = (personId: string, to: string) =>
      sqlAsOwner()`update people set name = ${to} where id = ${personId}`;
    const [rare, plain] = h.members;
    if (!rare || !plain) throw new Error('nobody');
    await name(rare.personId, '韦\u{20BB7}');
    const preview = await getCompletion(h.officer, h.session.id);
    expect(preview).toMatchObject({ characters: '\u{20BB7}', due: [{}] });
    expect(await issueCertificates(h.officer, input)).toMatchObject({ value: { issued: 1 } });
    expect(await issueCertificates(h.officer, input)).toMatchObject({
      reason: 'unprintable',
      detail: { characters: '\u{20BB7}' },
    });
    const [made] = await rows();
    await name(plain.personId, '韦\u{2A6D6}');
    const again = { certificateId: made?.id ?? '', reason: '改名' };
    expect(await reissueCertificate(h.officer, again)).toMatchObject({ reason: 'unprintable' });
    expect((await rows()).map((c) => c.bookingId)).toEqual([plain.bookingId]);
    await name(rare.personId, '韦小勇');
    expect(await issueCertificates(h.officer, input)).toMatchObject({ value: { issued: 1 } });
  });

  it('are printed at one go by who gave a second factor just now, those that hold, on record', async () => {
    const h = await scene([5, 5]);
    const input = { sessionId: h.session.id };
    const stepped = {
      ...h.officer,
      actor: { ...(h.officer.actor as AccountActor), steppedUpAt: new Date() },
    };
    expect(await printCertificates(stepped, input)).toMatchObject({ reason: 'no_certificates' });
    await issueCertificates(h.officer, input);
    expect(await printCertificates(h.officer, input)).toMatchObject({ reason: 'step_up' });
    const [first, second] = await rows();
    await revokeCertificate(h.officer, { certificateId: first?.id ?? '', reason: '冒名' });
    const printed = await printCertificates(stepped, input);
    expect(printed).toMatchObject({ value: { rows: [{ number: second?.number }] } });
    await expect(printCertificates(h.stranger, input)).rejects.toThrow(NotFound);
    const lines = await sqlAsOwner()`
      select after->'numbers' as numbers from audit_entries where action = 'print_certificates'`;
    expect(lines.map(({ numbers }) => numbers)).toEqual([[second?.number]]);
  });

  it('cannot be rewritten, only revoked', async () => {
    const h = await scene([5]);
    await issueCertificates(h.officer, { sessionId: h.session.id });
    const rewrite = arrange((tx) => tx.db.execute("update certificates set holder = '别人'"));
    await expect(rewrite).rejects.toThrow();
  });
});
