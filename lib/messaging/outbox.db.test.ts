import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, anAccount, type MadeAccount } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { openField } from '../crypto/field';
import { transaction } from '../transaction';
import { notify, notifyEach, outboxBody, outboxPhone, sendSms, withdrawTexts } from './outbox';
import { notifyMany } from './outbox-many';

const sms = { template: 'approved', params: { name: '陈一帆' }, text: '您的申请已通过。' };
const told = (accountId: string, key = 'a:1', more = {}) => ({
  accountId,
  title: '已通过',
  body: '请查看',
  dedupeKey: key,
  ...more,
});
let [one, two]: MadeAccount[] = [];
const idOf = (made: MadeAccount | undefined) => made?.accountId ?? '';

const notices = () => sqlAsOwner()`
  select account_id, title, body, link, dedupe_key, read_at is not null as read,
    round(extract(epoch from visible_at - now()))::int between 50 and 61 as later
  from notices order by dedupe_key`;
const texts = () => sqlAsOwner()`
  select id, account_id, phone_sealed, phone_tail, template, params, body_sealed, dedupe_key, urgent, status,
    send_after > now() + interval '50 seconds' as later from outbox order by dedupe_key`;
const jobs = () => sqlAsOwner()`
  select key, run_at > now() + interval '50 seconds' as later from graphile_worker.jobs order by key`;
const bodyOf = (row: { id: string; body_sealed: string } | Record<string, string>) =>
  JSON.parse(openField(row.body_sealed ?? '', outboxBody(row.id ?? '')));

beforeEach(async () => {
  await resetDb();
  one = await arrange((tx) => anAccount(tx));
  two = await arrange((tx) => anAccount(tx));
});

describe('what an account is told', () => {
  it('is a notice with its words and where it leads; a text only where one is wanted', async () => {
    await arrange(async (tx) => {
      await notify(tx, told(idOf(one), 'a:1', { link: '/me/bookings' }));
      await notify(tx, told(idOf(one), 'a:2', { quiet: true }));
    });
    expect(await notices()).toEqual([
      { ...base('a:1'), link: '/me/bookings', read: false },
      { ...base('a:2'), link: null, read: true },
    ]);
    expect([await texts(), await jobs()]).toEqual([[], []]);
  });

  it('waits for as long as it can be taken back, its text too', async () => {
    await arrange((tx) => notify(tx, told(idOf(one), 'a:1', { delaySeconds: 60, sms })));
    expect((await notices())[0]?.later).toBe(true);
    const [text] = await texts();
    expect(text).toMatchObject({ later: true, urgent: false, phone_sealed: null, params: {} });
    expect(await jobs()).toEqual([{ key: `message:${text?.id}`, later: true }]);
  });

  it('of what they did themselves goes out at night too', async () => {
    const [asOne, other] = [as(actorOf(one as MadeAccount)), idOf(two)];
    await transaction(asOne, async (tx) => {
      await notify(tx, told(idOf(one), 'a:1', { sms }));
      await notify(tx, told(other, 'a:2', { sms }));
    });
    expect((await texts()).map(({ urgent }) => urgent)).toEqual([true, false]);
  });

  it('with many others is told each once', async () => {
    const { accountId: _, ...notice } = told('');
    await arrange((tx) => notifyEach(tx, [idOf(one), idOf(two), idOf(one)], notice));
    const keys = (await notices()).map(({ dedupe_key }) => dedupe_key);
    expect(keys).toEqual([`a:1:${idOf(one)}`, `a:1:${idOf(two)}`].sort());
  });
});

const base = (dedupe_key: string) => ({
  account_id: idOf(one),
  title: '已通过',
  body: '请查看',
  dedupe_key,
  later: false,
});

describe('a text to a phone without an account', () => {
  it('carries its number and its words sealed, and four digits to tell it by', async () => {
    const message = { ...sms, phone: '13900000078', dedupeKey: 'c:1', urgent: true };
    await arrange((tx) => sendSms(tx, message));
    await arrange((tx) => sendSms(tx, message));
    const [text, ...more] = await texts();
    expect(more).toEqual([]);
    expect(text).toMatchObject({ account_id: null, phone_tail: '0078', template: 'approved' });
    expect(openField(text?.phone_sealed, outboxPhone(text?.id))).toBe('13900000078');
    expect(bodyOf(text ?? {})).toEqual({ text: sms.text, params: sms.params });
    expect(await jobs()).toEqual([{ key: `message:${text?.id}`, later: false }]);
  });
});

describe('texts that a change has overtaken', () => {
  it('do not leave any more, while others and the notices stay', async () => {
    await arrange(async (tx) => {
      await notify(tx, told(idOf(one), 'a:1', { sms }));
      await notify(tx, told(idOf(one), 'b:1', { sms }));
      await withdrawTexts(tx, 'a:');
    });
    const waiting = (await texts()).filter(({ status }) => status === 'waiting');
    expect(waiting.map(({ dedupe_key }) => dedupe_key)).toEqual(['b:1']);
    expect(await notices()).toHaveLength(2);
  });
});

describe('many told at once', () => {
  it('are told as one by one: notices, texts where wanted, a job for each text', async () => {
    await arrange((tx) =>
      notifyMany(tx, [
        told(idOf(one), 'a:1', { sms, link: '/me' }),
        told(idOf(two), 'a:2', { quiet: true }),
      ]),
    );
    expect(await notices()).toEqual([
      { ...base('a:1'), link: '/me', read: false },
      { ...base('a:2'), account_id: idOf(two), link: null, read: true },
    ]);
    const [text, ...more] = await texts();
    expect(more).toEqual([]);
    expect(text).toMatchObject({ account_id: idOf(one), template: 'approved', status: 'waiting' });
    expect(bodyOf(text ?? {})).toEqual({ text: sms.text, params: sms.params });
    expect(await jobs()).toEqual([{ key: `message:${text?.id}`, later: false }]);
  });

  it('are told once, however often, and nobody is told nothing', async () => {
    await arrange((tx) => notifyMany(tx, []));
    await arrange((tx) => notifyMany(tx, [told(idOf(one), 'a:1', { sms })]));
    await arrange((tx) =>
      notifyMany(tx, [told(idOf(one), 'a:1', { sms }), told(idOf(two), 'a:2')]),
    );
    expect(await notices()).toHaveLength(2);
    expect(await texts()).toHaveLength(1);
  });

  it('are all told when they are more than one statement takes', async () => {
    const many = Array.from({ length: 2001 }, (_, n) => told(idOf(one), `m:${n}`));
    await arrange((tx) => notifyMany(tx, [...many, told(idOf(two), 'z', { sms })]));
    expect(await notices()).toHaveLength(2002);
    expect(await texts()).toHaveLength(1);
  });
});
