import { beforeEach, describe, expect, it } from 'vitest';
import { anAccount } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { deliverMessage, NotDelivered } from './deliver-message';
import { notify, recallMessages, sendSms } from './outbox';
import type { Sms, SmsOutcome, SmsProvider } from './sms/provider';

function carrier(...answers: SmsOutcome[]): SmsProvider & { sent: Sms[] } {
  const sent: Sms[] = [];
  const send = async (sms: Sms): Promise<SmsOutcome> => {
    sent.push(sms);
    return answers[sent.length - 1] ?? { ok: true, providerId: 'p1' };
  };
  return { name: 'fake', send, sent };
}

const sms = { template: 'approved', params: { name: '陈一帆' }, text: '您的申请已通过。' };
const notified = (accountId: string) => ({
  accountId,
  title: '已通过',
  body: '请查看',
  dedupeKey: 'a:1',
  sms,
});

async function queued() {
  const made = await arrange(async (tx) => {
    const account = await anAccount(tx, { phone: '13900000077' });
    await notify(tx, notified(account.accountId));
    return account;
  });
  const [row] = await sqlAsOwner()<{ id: string }[]>`select id from outbox`;
  return { made, id: row?.id ?? '' };
}
const state = async () => (await sqlAsOwner()`select status, attempts, last_error from outbox`)[0];

beforeEach(async () => {
  await resetDb();
  // No night: what is tested here must not depend on the hour.
  await sqlAsOwner()`insert into settings (key, value) values ('quiet_from', '0'), ('quiet_until', '0')`;
});

describe('delivering a message', () => {
  it('is queued with the change or not at all, and once however often it is told', async () => {
    const { made } = await queued();
    await arrange((tx) => notify(tx, notified(made.accountId)));
    const failed = arrange(async (tx) => {
      await notify(tx, { ...notified(made.accountId), dedupeKey: 'a:2' });
      throw new Error('the change failed');
    });
    await expect(failed).rejects.toThrow('the change failed');
    const [row] = await sqlAsOwner()`select (select count(*)::int from notices) as notices,
      (select count(*)::int from outbox) as texts,
      (select count(*)::int from graphile_worker.jobs) as jobs`;
    expect(row).toEqual({ notices: 1, texts: 1, jobs: 1 });
  });

  it('goes to the phone the account has now, under the row’s id', async () => {
    const { id } = await queued();
    const provider = carrier();
    expect(await deliverMessage(id, provider, false)).toBe('sent');
    expect(provider.sent[0]).toMatchObject({
      phone: '13900000077',
      idempotencyKey: id,
      ...{ text: sms.text },
    });
    expect(await deliverMessage(id, provider, false)).toBe('skipped');
    expect(provider.sent).toHaveLength(1);
  });

  it('is tried again when the carrier is busy, and stays on record when all tries failed', async () => {
    const { id } = await queued();
    const busy = { ok: false, retryable: true, code: 'throttled' } as const;
    await expect(deliverMessage(id, carrier(busy), false)).rejects.toThrow(NotDelivered);
    expect(await state()).toMatchObject({
      status: 'waiting',
      attempts: 1,
      last_error: 'throttled',
    });
    expect(await deliverMessage(id, carrier(busy), true)).toBe('failed');
    expect(await state()).toMatchObject({ status: 'failed', attempts: 2 });
  });

  it('is given up at once when trying again cannot help', async () => {
    const { id } = await queued();
    const never = { ok: false, retryable: false, code: 'bad_number' } as const;
    expect(await deliverMessage(id, carrier(never), false)).toBe('failed');
  });

  it('is taken back by an undo before it left, and not after', async () => {
    const { id } = await queued();
    expect(await arrange((tx) => recallMessages(tx, 'a:'))).toBe(true);
    const provider = carrier();
    expect(await deliverMessage(id, provider, false)).toBe('skipped');
    await arrange((tx) =>
      sendSms(tx, { ...sms, phone: '13900000078', dedupeKey: 'b:1', urgent: true }),
    );
    const [row] = await sqlAsOwner()<
      { id: string }[]
    >`select id from outbox where dedupe_key = 'b:1'`;
    expect(await deliverMessage(row?.id ?? '', provider, false)).toBe('sent');
    expect(await arrange((tx) => recallMessages(tx, 'b:'))).toBe(false);
  });
});

describe('a text at night', () => {
  /** All hours are night but none of them ends now: the morning is always ahead. */
  const night =
    () => sqlAsOwner()`update settings set value = case key when 'quiet_from' then '0'::jsonb
    else '24'::jsonb end where key in ('quiet_from', 'quiet_until')`;

  it('waits for the morning with its job, uncounted', async () => {
    const { id } = await queued();
    await night();
    const provider = carrier();
    expect(await deliverMessage(id, provider, false)).toBe('later');
    const [row] = await sqlAsOwner()`select o.status, o.attempts, o.send_after > now() as ahead,
      j.run_at = o.send_after as queued from outbox o join graphile_worker.jobs j on j.key = 'message:' || o.id`;
    expect(row).toEqual({ status: 'waiting', attempts: 0, ahead: true, queued: true });
    expect(provider.sent).toEqual([]);
  });

  it('that its reader waits for goes out', async () => {
    const { id } = await queued();
    await night();
    await sqlAsOwner()`update outbox set urgent = true`;
    expect(await deliverMessage(id, carrier(), false)).toBe('sent');
  });

  it('that is not there, or was sent before, is left alone', async () => {
    const { id } = await queued();
    await deliverMessage(id, carrier(), false);
    await night();
    for (const other of [id, '0198a1b2-0000-7000-8000-000000000001'])
      expect(await deliverMessage(other, carrier(), false)).toBe('skipped');
  });
});

describe('a text that cannot be sent', () => {
  it('has nobody to go to, and is given up', async () => {
    const { id } = await queued();
    await sqlAsOwner()`update outbox set account_id = null`;
    const provider = carrier();
    expect(await deliverMessage(id, provider, false)).toBe('failed');
    expect(await state()).toMatchObject({ status: 'failed', last_error: 'no_phone' });
    expect(provider.sent).toEqual([]);
  });

  it('has words that no key opens, or met a carrier that threw, and is tried again', async () => {
    const { id } = await queued();
    const throwing = { name: 'fake', send: () => Promise.reject(new Error('x')) };
    await expect(deliverMessage(id, throwing, false)).rejects.toThrow(
      new NotDelivered('unexpected'),
    );
    await sqlAsOwner()`update outbox set body_sealed = 'v1|k1|a256gcm|AAAA|AAAA|AAAA'`;
    await expect(deliverMessage(id, carrier(), false)).rejects.toThrow(NotDelivered);
    expect(await state()).toMatchObject({
      status: 'waiting',
      attempts: 2,
      last_error: 'unexpected',
    });
  });

  it('leaves its provider’s number once it was sent', async () => {
    const { id } = await queued();
    await deliverMessage(id, carrier(), false);
    const [row] = await sqlAsOwner()`select provider_id, sent_at is not null as sent from outbox`;
    expect(row).toEqual({ provider_id: 'p1', sent: true });
  });
});
