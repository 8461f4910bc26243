import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, anAccount, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOrganisation } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { type Actor, anonymous } from '../actor';
import { openField } from '../crypto/field';
import type { Ctx } from '../ctx';
import { outboxBody } from '../messaging/outbox';
import { transaction } from '../transaction';
import { rememberDevice } from './known-devices';
import { checkCode, consumeCode, sendCode } from './sms-code';
import { secondsToWait } from './sms-limits';

const phone = '13900001234';
const asked = { phone, purpose: 'sign_in' } as const;
const from = (browser = 'b1', address: string | null = '203.0.113.9', actor: Actor = anonymous) =>
  ({ ...as(actor), client: { browser, address, device: '手机' } }) as Ctx;

const forgetLimits = () => sqlAsOwner()`truncate rate_limits`;
/** The newest text: its words, and the code in them. */
async function text() {
  const [row] = await sqlAsOwner()`select * from outbox order by created_at desc, id desc limit 1`;
  const { text: words, params } = JSON.parse(openField(row?.body_sealed, outboxBody(row?.id)));
  return { words: String(words), code: String(params.code), urgent: row?.urgent };
}
async function send(ctx = from(), request: Parameters<typeof sendCode>[1] = asked) {
  await forgetLimits();
  expect(await sendCode(ctx, request)).toEqual({ ok: true, value: { phone: request.phone } });
  return (await text()).code;
}
const wrong = (code: string) => (code === '000000' ? '111111' : '000000');
const check = (code: string, ctx = from()) => checkCode(ctx, { ...asked, code });
const reason = async (code: string, ctx = from()) => {
  const result = await check(code, ctx);
  return result.ok ? 'ok' : result.reason;
};
const codes = () => sqlAsOwner()`select ended_at is null as open, tries from sms_codes order by id`;

beforeEach(resetDb);

describe('a texted code', () => {
  it('says what it is for and how long it counts, and leaves at night too', async () => {
    const code = await send();
    const said = await text();
    expect(said.words).toBe(`验证码 ${code}，用于登录，10 分钟内有效。请勿告诉他人。`);
    expect([said.urgent, code.length]).toEqual([true, 6]);
  });

  it('is right for its phone, purpose and browser, and used up once', async () => {
    const code = await send();
    const right = await check(code);
    if (!right.ok) throw new Error(right.reason);
    expect(await transaction(from(), (tx) => consumeCode(tx, right.value.codeId))).toBe(true);
    expect(await transaction(from(), (tx) => consumeCode(tx, right.value.codeId))).toBe(false);
    expect(await reason(code)).toBe('code_used');
  });

  it('is missing elsewhere: another browser, purpose or phone', async () => {
    const code = await send();
    expect(await reason(code, from('b2'))).toBe('code_missing');
    for (const other of [
      { ...asked, purpose: 'password' } as const,
      { ...asked, phone: '13900009999' },
    ])
      expect(await checkCode(from(), { ...other, code })).toMatchObject({ reason: 'code_missing' });
  });

  it('says how many tries are left, and is burnt by the fifth wrong one', async () => {
    const code = await send();
    for (const left of [4, 3, 2, 1])
      expect(await check(wrong(code))).toEqual({
        ok: false,
        reason: 'code_wrong',
        detail: { left },
      });
    expect(await reason(wrong(code))).toBe('code_burnt');
    expect(await reason(code)).toBe('code_burnt');
  });

  it('is right at its fifth try too', async () => {
    const code = await send();
    for (let n = 0; n < 4; n++) await check(wrong(code));
    expect(await reason(code)).toBe('ok');
  });

  it('is over after its time, and when the clock was put back behind it', async () => {
    const code = await send();
    await sqlAsOwner()`update sms_codes set created_at = now() + interval '2 minutes'`;
    expect(await reason(code)).toBe('code_used');
    await sqlAsOwner()`update sms_codes set created_at = now(), expires_at = now()`;
    expect(await reason(code)).toBe('code_expired');
  });

  it('is ended by the next of the same browser and purpose, and by no other', async () => {
    const first = await send();
    await send(from('b2'));
    await send(from(), { phone, purpose: 'password' });
    expect((await codes()).map(({ open }) => open)).toEqual([true, true, true]);
    expect(await reason(first)).toBe('ok');
    const second = await send();
    expect((await codes()).map(({ open }) => open)).toEqual([false, true, true, true]);
    expect(await reason(second)).toBe('ok');
  });

  it('is not sent when a limit says to wait, and says for how long', async () => {
    await send();
    const again = await sendCode(from(), asked);
    expect(again).toMatchObject({ ok: false, reason: 'wait' });
    expect(!again.ok && Number(again.detail?.seconds)).toBeGreaterThan(0);
    expect(await codes()).toHaveLength(1);
  });

  it('works where a request has no browser’s mark', async () => {
    const ctx = as(anonymous);
    const code = await send(ctx);
    expect(await reason(code, ctx)).toBe('ok');
  });
});

describe('the wait before a text', () => {
  const limit = (scope: string, most: number) =>
    sqlAsOwner()`insert into settings (key, value) values (${`limit_${scope}`}, to_jsonb(${most}::int))
      on conflict (key) do update set value = excluded.value`;
  const waits = async (ctx: Ctx, number = phone) => (await secondsToWait(ctx, number)) > 0;
  const times = async (n: number, ctx: (n: number) => Ctx, number: (n: number) => string) => {
    const all: boolean[] = [];
    for (let at = 0; at < n; at++) all.push(await waits(ctx(at), number(at)));
    return all;
  };
  const anyPhone = (n: number) => `1390000${String(n).padStart(4, '0')}`;

  it('is counted by phone, apart for strangers, its owner and the counter', async () => {
    const officer = await arrange(async (tx) => {
      const { id } = await anOrganisation(tx);
      return anOfficer(tx, 'town_admin', id);
    });
    await arrange(async (tx) => {
      const { accountId } = await anAccount(tx, { phone });
      await rememberDevice({ ...tx, client: from('own').client as never }, accountId);
    });
    const counter = from('desk', '203.0.113.9', officer.actor);
    for (const ctx of [from('new'), from('own'), counter]) {
      expect(await waits(ctx)).toBe(false);
      expect(await waits(ctx)).toBe(true);
    }
    expect(await waits(from('another'))).toBe(true);
  });

  it('is counted by device, but not at a counter, where all who come are texted', async () => {
    await limit('sms_device', 2);
    expect(await times(3, () => from('b1'), anyPhone)).toEqual([false, false, true]);
    const { actor } = await arrange(async (tx) => {
      const { id } = await anOrganisation(tx);
      return anOfficer(tx, 'town_admin', id);
    });
    const desk = () => from('b1', '203.0.113.9', actor);
    expect(await times(3, desk, (n) => anyPhone(n + 10))).toEqual([false, false, false]);
    const member = await arrange((tx) => anAccount(tx));
    expect(await waits(from('b1', null, actorOf(member)), anyPhone(20))).toBe(true);
  });

  it('is counted by address, and by nothing where nobody knows it', async () => {
    await limit('sms_address', 20);
    await sqlAsOwner()`update settings set value = to_jsonb(2) where key = 'limit_sms_address'`;
    const browser = (n: number) => from(`b${n}`);
    expect(await times(3, browser, anyPhone)).toEqual([false, false, true]);
    expect(
      await times(
        3,
        (n) => from(`b${n}`, null),
        (n) => anyPhone(n + 10),
      ),
    ).toEqual([false, false, false]);
    const { client: _, ...without } = from();
    expect(await waits(without as Ctx, anyPhone(30))).toBe(false);
  });
});
