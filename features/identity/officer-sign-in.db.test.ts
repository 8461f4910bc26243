import { hash } from '@node-rs/argon2';
import { beforeEach, describe, expect, it } from 'vitest';
import { arrange } from '@/db/factories/arrange';
import { aTree } from '@/db/factories/organisations';
import { roleGrants } from '@/db/schema/identity';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { passwordMatches } from '@/lib/auth/password';
import { actorOfToken } from '@/lib/auth/session';
import { totpCode } from '@/lib/auth/totp';
import { newId } from '@/lib/ids';
import { becomeMember } from './commands/become-member';
import { beginOfficerSignIn } from './commands/begin-officer-sign-in';
import { enrolSecondFactor } from './commands/enrol-second-factor';
import { finishOfficerSignIn } from './commands/finish-officer-sign-in';
import { renewRecoveryCodes, signInWithRecoveryCode } from './commands/recovery-codes';
import { signInWithCode } from './commands/sign-in-with-code';
import { signInWithPassword } from './commands/sign-in-with-password';
import { stepUp } from './commands/step-up';
import {
  anAccountWithPassword,
  askCode,
  audited,
  holder,
  PASSWORD,
  visitor,
} from './identity.test-helpers';
import { findPendingSecondFactor } from './queries/own-account';

const input = (phone: string, password = PASSWORD) => ({ phone, password });
const inSteps = (n: number) => new Date(Date.now() + n * 30_000);

async function anOfficerWithPassword() {
  const made = await anAccountWithPassword();
  await arrange(async (tx) => {
    const { union } = await aTree(tx);
    await tx.db.insert(roleGrants).values({
      id: newId(),
      accountId: made.accountId,
      role: 'union_admin',
      organisationId: union.id,
    });
  });
  return made;
}

/** Password and first enrolment; gives the secret and the token of the session with roles. */
async function enrolled() {
  const made = await anOfficerWithPassword();
  const begun = await beginOfficerSignIn(visitor(), input(made.phone));
  if (!begun.ok) throw new Error(begun.reason);
  const halfway = await holder(begun.value.session.token);
  const pending = await findPendingSecondFactor(halfway);
  if (!pending) throw new Error('nothing to enrol');
  const done = await enrolSecondFactor(halfway, { code: totpCode(pending.secret, inSteps(-1)) });
  if (!done.ok) throw new Error(done.reason);
  return { made, secret: pending.secret, token: done.value.session.token };
}

beforeEach(resetDb);

describe('an officer’s sign-in', () => {
  it('A24: holds no role after the password, all roles after enrolling the second factor', async () => {
    const made = await anOfficerWithPassword();
    const begun = await beginOfficerSignIn(visitor(), input(made.phone));
    if (!begun.ok) throw new Error(begun.reason);
    expect(begun.value.enrolled).toBe(false);
    const halfway = await holder(begun.value.session.token);
    expect(halfway.actor).toMatchObject({ assurance: 'password', grants: [] });
    const pending = await findPendingSecondFactor(halfway);
    const done = await enrolSecondFactor(halfway, {
      code: totpCode(pending?.secret ?? '', new Date()),
    });
    if (!done.ok) throw new Error(done.reason);
    const officer = await holder(done.value.session.token);
    expect(officer.actor).toMatchObject({ assurance: 'totp', mode: 'staff' });
    expect(officer.actor.kind === 'account' && officer.actor.grants).toHaveLength(1);
    expect((await actorOfToken(begun.value.session.token)).kind).toBe('anonymous');
    expect(await findPendingSecondFactor(officer)).toBeNull();
    expect(await audited('enrol_second_factor')).toBe(1);
  });

  it('says 没有干部角色 only after the right password', async () => {
    const made = await anAccountWithPassword();
    expect(await beginOfficerSignIn(visitor(), input(made.phone, 'x'))).toMatchObject({
      reason: 'wrong_password',
    });
    expect(await beginOfficerSignIn(visitor(), input(made.phone))).toMatchObject({
      reason: 'not_officer',
    });
  });

  it('accepts a code once, also when it is posted twice at once', async () => {
    const { made, secret } = await enrolled();
    const begin = async () => {
      const begun = await beginOfficerSignIn(visitor(), input(made.phone));
      if (!begun.ok) throw new Error(begun.reason);
      return holder(begun.value.session.token);
    };
    const [one, two] = [await begin(), await begin()];
    const code = totpCode(secret, new Date());
    const both = await Promise.all([
      finishOfficerSignIn(one, { code }),
      finishOfficerSignIn(two, { code }),
    ]);
    expect(both.filter((r) => r.ok)).toHaveLength(1);
    expect(both.find((r) => !r.ok)).toMatchObject({ reason: 'wrong_factor' });
  });

  it('A01: locks the second factor after six wrong, refuses the right one too, and ends by itself', async () => {
    const { made, secret } = await enrolled();
    const begun = await beginOfficerSignIn(visitor(), input(made.phone));
    if (!begun.ok) throw new Error(begun.reason);
    const ctx = await holder(begun.value.session.token);
    const right = () => totpCode(secret, inSteps(1));
    const wrong = right() === '000000' ? '111111' : '000000';
    for (let n = 0; n < 6; n++) {
      expect(await finishOfficerSignIn(ctx, { code: wrong })).toMatchObject({
        reason: 'wrong_factor',
      });
    }
    expect(await finishOfficerSignIn(ctx, { code: right() })).toMatchObject({ reason: 'locked' });
    await sqlAsOwner()`update rate_limits set window_start = window_start - interval '10 minutes'`;
    expect((await finishOfficerSignIn(ctx, { code: right() })).ok).toBe(true);
  });

  it('switches to member and back only through the second factor', async () => {
    const { token, secret } = await enrolled();
    const switched = await becomeMember(await holder(token));
    if (!switched.ok) throw new Error(switched.reason);
    const member = await holder(switched.value.session.token);
    expect(member.actor).toMatchObject({ mode: 'member', assurance: 'password', grants: [] });
    expect((await actorOfToken(token)).kind).toBe('anonymous');
    const back = await finishOfficerSignIn(member, { code: totpCode(secret, inSteps(1)) });
    expect(back.ok).toBe(true);
  });

  it('takes the second factor again at once when the clock was put back by a day', async () => {
    const { made, secret } = await enrolled();
    await sqlAsOwner()`update accounts set totp_last_step = totp_last_step + 2880`;
    const begun = await beginOfficerSignIn(visitor(), input(made.phone));
    if (!begun.ok) throw new Error(begun.reason);
    const ctx = await holder(begun.value.session.token);
    const code = totpCode(secret, new Date());
    expect((await finishOfficerSignIn(ctx, { code })).ok).toBe(true);
    expect(await finishOfficerSignIn(ctx, { code })).toMatchObject({ ok: false });
  });

  it('refuses the second factor to a session that gave no password', async () => {
    const { made, secret } = await enrolled();
    const actor = { kind: 'account', accountId: made.accountId, assurance: 'sms' } as const;
    const ctx = {
      ...visitor(),
      actor: {
        ...actor,
        personId: null,
        sessionId: newId(),
        displayName: '',
        mode: 'member' as const,
        grants: [],
      },
    };
    const answer = await finishOfficerSignIn(ctx, { code: totpCode(secret, inSteps(1)) });
    expect(answer).toMatchObject({ reason: 'sign_in' });
  });

  it('lets a recovery code in once and tells the officer', async () => {
    const { made, token } = await enrolled();
    const renewed = await renewRecoveryCodes(await holder(token));
    if (!renewed.ok) throw new Error(renewed.reason);
    expect(new Set(renewed.value.codes).size).toBe(10);
    const stored = JSON.stringify(await sqlAsOwner()`select * from recovery_codes`);
    for (const code of renewed.value.codes) expect(stored).not.toContain(code.replace('-', ''));
    const begun = await beginOfficerSignIn(visitor(), input(made.phone));
    if (!begun.ok) throw new Error(begun.reason);
    const ctx = await holder(begun.value.session.token);
    const code = (renewed.value.codes[0] ?? '').replace('-', '');
    expect((await signInWithRecoveryCode(ctx, { code })).ok).toBe(true);
    expect(await signInWithRecoveryCode(ctx, { code })).toMatchObject({ reason: 'wrong_recovery' });
    const notified = await sqlAsOwner()`select title from notices where title like '%恢复码%'`;
    expect(notified).toHaveLength(1);
  });

  it('asks for the second factor again before recovery codes once ten minutes are over', async () => {
    const { token, secret } = await enrolled();
    await sqlAsOwner()`update sessions set stepped_up_at = now() - interval '11 minutes'`;
    expect(await renewRecoveryCodes(await holder(token))).toMatchObject({ reason: 'step_up' });
    expect((await stepUp(await holder(token), { code: totpCode(secret, inSteps(1)) })).ok).toBe(
      true,
    );
    expect((await renewRecoveryCodes(await holder(token))).ok).toBe(true);
  });
});

describe('guessing passwords', () => {
  it('A01: locks after six wrong, refuses the right one, and ends by itself', async () => {
    const { phone } = await anAccountWithPassword();
    for (let n = 0; n < 6; n++) {
      expect(await signInWithPassword(visitor(), input(phone, `wrong-${n}`))).toMatchObject({
        reason: 'wrong_password',
      });
    }
    const locked = await signInWithPassword(visitor(), input(phone));
    expect(locked).toMatchObject({ reason: 'locked', detail: { seconds: expect.any(Number) } });
    await sqlAsOwner()`update rate_limits set window_start = window_start - interval '10 minutes'`;
    expect((await signInWithPassword(visitor(), input(phone))).ok).toBe(true);
  });

  it('A02: stops one address that tries one password on many phones, and locks none of them', async () => {
    const victim = await anAccountWithPassword();
    const thief = visitor('b9', '10.6.6.6');
    await sqlAsOwner()`insert into settings (key, value) values ('limit_guess_address', '20')`;
    for (let n = 0; n < 20; n++) {
      await signInWithPassword(thief, input(`139777${String(10000 + n)}`, 'woaini1314'));
    }
    expect(await signInWithPassword(thief, input(victim.phone))).toMatchObject({
      reason: 'locked',
    });
    expect((await signInWithPassword(visitor('b1', '10.0.0.2'), input(victim.phone))).ok).toBe(
      true,
    );
  });

  it('locks only the place of the wrong guesses: the owner elsewhere gets in', async () => {
    const { phone } = await anAccountWithPassword();
    const thief = visitor('b9', '10.6.6.6');
    for (let n = 0; n < 7; n++) await signInWithPassword(thief, input(phone, `wrong-${n}`));
    expect(await signInWithPassword(thief, input(phone))).toMatchObject({ reason: 'locked' });
    expect((await signInWithPassword(visitor('b1', '10.0.0.2'), input(phone))).ok).toBe(true);
  });

  it('stops guesses from many places, and lets the owner round it with a texted code', async () => {
    const { phone } = await anAccountWithPassword();
    for (let n = 0; n < 31; n++) {
      await signInWithPassword(visitor(`s${n}`, `10.6.${n}.6`), input(phone, `wrong-${n}`));
    }
    const mine = visitor('mine', '10.0.0.2');
    expect(await signInWithPassword(mine, input(phone))).toMatchObject({ reason: 'locked' });
    const texted = await signInWithCode(mine, { ...(await askCode(mine, phone)) });
    expect(texted.ok).toBe(true);
    expect((await signInWithPassword(mine, input(phone))).ok).toBe(true);
  });

  it('answers an unknown phone as a wrong password', async () => {
    const answer = await signInWithPassword(visitor(), input('13900007777'));
    expect(answer).toMatchObject({ ok: false, reason: 'wrong_password' });
  });

  it('A23: refuses 50 kB without hashing them, even where the hash would match', async () => {
    const long = 'x'.repeat(50_000);
    expect(await passwordMatches(await hash(long), long)).toBe(false);
  });
});
