import { beforeEach, expect, it } from 'vitest';
import { anAccount, aSignedInSession } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { newId } from '../ids';
import { notify } from '../messaging/outbox';
import { purgeExpired } from './purge-expired';

const sql = sqlAsOwner();
let accountId = '';
const count = async (table: string) =>
  Number((await sql`select count(*)::int as n from ${sql(table)}`)[0]?.n);

beforeEach(async () => {
  await resetDb();
  ({ accountId } = await arrange((tx) => anAccount(tx)));
});

it('codes, receipts, devices and ended sessions go when nothing asks for them any more', async () => {
  const { sessionId } = await arrange((tx) => aSignedInSession(tx, accountId));
  const open = await arrange((tx) => aSignedInSession(tx, accountId));
  await sql`update sessions set ended_at = now() - interval '31 days' where id = ${sessionId}`;
  for (const age of ['1 day', '3 days'])
    await sql`insert into sms_codes (id, phone_index, purpose, browser_hash, code_hash, expires_at, created_at)
      values (${newId()}, 'p', 'sign_in', 'b', 'h', now(), now() - ${age}::interval)`;
  for (const age of ['6 days', '8 days'])
    await sql`insert into idempotency_keys (actor_key, key, request_hash, created_at)
      values ('a', ${newId()}, 'h', now() - ${age}::interval)`;
  for (const [browser, age] of [
    ['new', '700 days'],
    ['old', '732 days'],
  ] as const)
    await sql`insert into known_devices (account_id, browser_hash, last_seen_at)
      values (${accountId}, ${browser}, now() - ${age}::interval)`;
  await purgeExpired();
  expect(await sql`select id from sessions`).toEqual([{ id: open.sessionId }]);
  expect([await count('sms_codes'), await count('idempotency_keys')]).toEqual([1, 1]);
  expect(await sql`select browser_hash from known_devices`).toEqual([{ browser_hash: 'new' }]);
});

it('a text whose job is gone fails after two days, and one that left loses its words after thirty', async () => {
  const sms = { template: 't', params: {}, text: 'x' };
  await arrange(async (tx) => {
    for (const dedupeKey of ['lost', 'fresh', 'sent', 'recent'])
      await notify(tx, { accountId, title: 't', body: 'b', dedupeKey, sms });
  });
  await sql`update outbox set send_after = now() - interval '49 hours' where dedupe_key = 'lost'`;
  await sql`update outbox set status = 'sent', created_at = now() - interval '31 days' where dedupe_key = 'sent'`;
  await sql`update outbox set status = 'sent' where dedupe_key = 'recent'`;
  await purgeExpired();
  const rows =
    await sql`select dedupe_key, status, last_error, body_sealed <> '' as kept from outbox`;
  const by = Object.fromEntries(rows.map(({ dedupe_key, ...row }) => [dedupe_key, row]));
  expect(by).toEqual({
    lost: { status: 'failed', last_error: 'no_job', kept: true },
    fresh: { status: 'waiting', last_error: null, kept: true },
    sent: { status: 'sent', last_error: null, kept: false },
    recent: { status: 'sent', last_error: null, kept: true },
  });
});
