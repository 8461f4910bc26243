import { beforeEach, describe, expect, it } from 'vitest';
import { as } from '@/db/factories/arrange';
import { returnVerdict } from '@/db/schema/screening';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { returnVerdictText } from '@/features/eligibility/rules/return-visit';
import type { AccountActor } from '@/lib/actor';
import { sealField } from '@/lib/crypto/field';
import { Forbidden, NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { markAbsentees, markScreened } from './commands/mark-screened';
import { aScreening, deskOpens, link, statusOf } from './hospital.test-helpers';
import { openHospitalDay } from './queries/hospital-day';
import { returnConsent } from './rules/return-visit';

beforeEach(resetDb);

describe('the desk of a hospital', () => {
  /** The half-day began at midnight here and is over, whatever the hour. */
  const over = (sessionId: string) => sqlAsOwner()`update offering_sessions set starts_at = t.at,
    ends_at = t.at + (now() - t.at) / 2
    from (select (now() at time zone 'Asia/Shanghai')::date::timestamp at time zone 'Asia/Shanghai' as at) t
    where id = ${sessionId}`;

  it('says who did not come once the half-day is over, and she is told without its name', async () => {
    const s = await aScreening();
    await deskOpens(1440);
    await link(s);
    const mark = (to: 'attended' | 'absent' | 'booked') =>
      markScreened(as(s.desk), { bookingId: s.now.id, to });
    await sqlAsOwner()`update offering_sessions set ends_at = now() + interval '2 days' where id = ${s.now.session.id}`;
    expect(await mark('absent')).toMatchObject({ reason: 'not_over' });
    await over(s.now.session.id);
    expect(await mark('absent')).toMatchObject({ ok: true });
    expect(await statusOf(s.now.id)).toBe('absent');
    const titles =
      await sqlAsOwner()`select title from notices where account_id = ${s.now.woman.accountId}`;
    for (const { title } of titles) expect(title).toBe('请查看健康服务通知');
    expect(await mark('booked')).toMatchObject({ ok: true });
    expect(await statusOf(s.now.id)).toBe('booked');
  });

  it('marks all at once who were left, and nobody who came or of another hospital', async () => {
    const s = await aScreening();
    await deskOpens(1440);
    await link(s);
    const all = (actor: AccountActor, sessionId = s.now.session.id) =>
      markAbsentees(as(actor), { sessionId });
    await sqlAsOwner()`update offering_sessions set ends_at = now() + interval '2 days' where id = ${s.now.session.id}`;
    expect(await all(s.desk)).toMatchObject({ reason: 'not_over' });
    await over(s.now.session.id);
    await expect(all(s.otherDesk)).rejects.toThrow(NotFound);
    await expect(all(s.women)).rejects.toThrow(Forbidden);
    expect(await all(s.desk)).toMatchObject({ ok: true, value: { marked: 1 } });
    expect(await all(s.desk)).toMatchObject({ reason: 'nobody_left' });
    expect(await statusOf(s.now.id)).toBe('absent');
    expect(await statusOf(s.elsewhere.id)).toBe('booked');
  });

  it('reads who is expected back only where she agreed to it and it was verified', async () => {
    const s = await aScreening();
    await deskOpens(1440);
    await link(s);
    const isReturn = async () =>
      (await openHospitalDay(as(s.desk))).sessions[0]?.lines[0]?.isReturn;
    const id = newId();
    const { accountId, personId } = s.now.woman;
    const sealed = sealField(
      returnVerdictText({ to: 'verified', answer: null }),
      returnVerdict(id),
    );
    await sqlAsOwner()`insert into return_visits (id, offering_id, person_id, account_id, organiser_id, created_at, verdict_sealed, decided_at)
      values (${id}, ${s.offering.id}, ${personId}, ${accountId}, ${s.district.id}, now(), ${sealed}, now())`;
    const agree = (version: string) => sqlAsOwner()`
      insert into consents (id, account_id, purpose, text_version, text_hash, subject_type, subject_id, given_at)
      values (${newId()}, ${accountId}, ${returnConsent.purpose}, ${version}, 'x', 'return_visit', ${id}, now())`;
    await agree('2026-11-28');
    expect(await isReturn()).toBe(false);
    await agree(returnConsent.version);
    expect(await isReturn()).toBe(true);
    await sqlAsOwner()`update consents set withdrawn_at = now()`;
    expect(await isReturn()).toBe(false);
  });
});
