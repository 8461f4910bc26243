import { randomInt, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { readSheet } from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../demo';
import { type Actor, allVisitors, type Visitor } from '../matrix/actors';
import { aResidentId } from '../matrix/expectations/actions/resident-id';
import { findPlaces, type Places } from '../matrix/places';
import type { Fields } from '../matrix/post-action';
import { ask, origin, postForm, searched } from './ask';
import { askForCode, callAction, codeSentTo, setBy } from './sign-in';

let visitors: Record<Actor, Visitor>;
let places: Places;
beforeAll(async () => {
  places = await findPlaces();
  visitors = await allVisitors();
});

/** Somebody whose name, number and phone occur nowhere else; the name is of rare characters (N01). */
const name = '黄𬭊㛃𠮷';
const phone = `1396${String(randomInt(10_000_000)).padStart(7, '0')}`;
const idNumber = aResidentId(
  `450803197${randomInt(10)}0${1 + randomInt(9)}1${randomInt(10)}9${randomInt(5)}1`,
);
let cookie = '';
let account = '';
let bookingId = '';

const act = (action: string, fields: Fields, as = cookie) =>
  callAction(action, places, fields, { cookie: as });
const codeOf = async (action: string, fields: Fields, as?: string) =>
  (await act(action, fields, as)).code;

async function application() {
  const [row] = await sql()<{ id: string; version: number; status: string }[]>`
    select id, version, status from membership_applications where account_id = ${account}`;
  if (!row) throw new Error('no application');
  return { applicationId: row.id, version: String(row.version), status: row.status };
}

describe('one person through the whole house', () => {
  test('signs in, with wrong codes before the right one', async () => {
    const { browser, to } = await askForCode(phone, places);
    const right = await codeSentTo(phone);
    const wrong = right === '000000' ? '111111' : '000000';
    const signIn = 'identity/signInWithCodeAction';
    expect(await codeOf(signIn, { to, code: wrong, next: '' }, browser)).toBe('code_wrong');
    const done = await act(signIn, { to, code: right, next: '' }, browser);
    cookie = `${browser}; ${setBy(done.answer, 'lx').pair}`;
    expect(done.code).toBe('ok');
    const [row] = await sql()<{ id: string }[]>`
      select id from accounts where phone_tail = ${phone.slice(-4)} order by created_at desc limit 1`;
    account = row?.id ?? '';
  });

  test('applies to join, is sent back, corrects, is approved', async () => {
    const document = { idType: 'resident_id', idNumber, birthOn: '', sex: '' };
    const scanned = { code: places.joinCode, name, ...document };
    const bad = `${idNumber.slice(0, 17)}${idNumber.endsWith('0') ? '1' : '0'}`;
    expect(await codeOf('applications/joinByCodeAction', { ...scanned, idNumber: bad })).toBe(
      'invalid',
    );
    expect(await codeOf('applications/joinByCodeAction', scanned)).toBe('ok');
    expect(await codeOf('applications/saveOccupationAction', { occupation: 'courier' })).toBe('ok');
    const consents = { pledge: 'yes', idConsent: 'yes' };
    const submit = 'applications/submitApplicationAction';
    expect(await codeOf(submit, { version: (await application()).version, ...consents })).toBe(
      'ok',
    );
    const union = visitors.union.cookie;
    const { status: _, ...opened } = await application();
    const note = '姓名与证件不一致';
    const back = { ...opened, note, fields: 'name' };
    expect(await codeOf('review/sendBackApplicationAction', back, union)).toBe('ok');
    expect(await codeOf('applications/saveNameAction', { name })).toBe('ok');
    const { applicationId, version } = await application();
    const again = { applicationId, version };
    expect(await codeOf('applications/resubmitApplicationAction', again)).toBe('ok');
    // This union's cases are looked at twice: by itself and by its town.
    for (const desk of ['union', 'town'] as const) {
      const { status: __, ...waiting } = await application();
      const approve = 'review/approveApplicationAction';
      expect(await codeOf(approve, waiting, visitors[desk].cookie)).toBe('ok');
    }
    expect((await application()).status).toBe('approved');
  });

  test('is found, read and printed under the rare name (N01)', async () => {
    const union = visitors.union.cookie;
    for (const q of ['𬭊㛃', idNumber]) {
      const list = await searched('/desk/members', { q }, union);
      expect((await ask(list, { cookie: union })).body).toContain(name);
    }
    const roles = await searched('/desk/roles', { phone }, visitors.system.cookie);
    expect((await ask(roles, { cookie: visitors.system.cookie })).body).toContain(name);
    const { applicationId } = await application();
    const printed = await ask(`/desk/applications/${applicationId}/print`, { cookie: union });
    expect(printed.body).toContain(name);
    expect((await ask('/me/card', { cookie })).body).toContain('黄');
    expect(printed.body).not.toContain(phone);
  });

  test('books, and is on a roll that is exported whole', async () => {
    const booked = await ask('/api/bookings', {
      method: 'POST',
      cookie,
      headers: {
        origin: origin(),
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({ offeringId: places.offering, sessionId: places.session, who: 'self' }),
    });
    expect(booked.status, booked.body).toBe(200);
    bookingId = JSON.parse(booked.body).data.bookingId;
    const { cookie: town } = visitors.town;
    const reason = { full: 'yes', reason: '开班核对名单' };
    const asked = await postForm(`/api/desk/rolls/${places.session}`, reason, town);
    const link = new URL(asked.to, origin()).searchParams.get('link') ?? '';
    const open = () => postForm(`/api/desk/rolls/${places.session}/file`, { link }, town);
    const file = await open();
    expect(file.status, asked.to).toBe(200);
    const sheet = JSON.stringify(await readSheet(file.bytes));
    expect(sheet).toContain(name);
    // Good once.
    const second = await open();
    expect([second.status, second.to]).toEqual([303, expect.stringContaining('export=')]);
  });

  test('meets an error of ours, and reads a number instead of its text', async () => {
    await sql()`alter table outbox rename to outbox_away`;
    try {
      const fields = { phone: phone.replace(/^1396/, '1395'), agree: 'yes', next: '' };
      const { code, answer } = await act('identity/requestCodeAction', fields);
      expect(code).toBe('unexpected');
      expect(answer.body).toMatch(/编号 [\w-]{8}/);
      expect(answer.body).not.toMatch(/outbox|relation|insert|select/i);
    } finally {
      await sql()`alter table outbox_away rename to outbox`;
    }
  });
});

/** Every way in which a value could have been written. */
const formsOf = (value: string) => [
  value,
  encodeURIComponent(value),
  JSON.stringify(value).slice(1, -1),
];

describe('what one person leaves behind (P01)', () => {
  // Later cases compare the whole database, so nothing may still be on its way.
  test('its messages leave once the time to undo is over', async () => {
    const waiting = () =>
      sql()`select 1 from outbox where status = 'waiting' and send_after < now() + interval '1 minute'`;
    const wait = { timeout: 50_000, interval: 500 };
    await expect.poll(async () => (await waiting()).length, wait).toBe(0);
  });

  test('no log of ours or of the database names the person', async () => {
    const ours = `test-results/server-${process.env.E2E_PORT}.log`;
    // The error met above is on its way through a pipe.
    const wait = { timeout: 20_000, interval: 200 };
    await expect.poll(() => fs.readFileSync(ours, 'utf8'), wait).toMatch(/"msg":"unexpected"/);
    const logs = [ours, '.data/test-pg.log'].filter(fs.existsSync);
    const spare = phone.replace(/^1396/, '1395');
    for (const file of logs) {
      const text = fs.readFileSync(file, 'utf8');
      for (const secret of [phone, spare, idNumber, name].flatMap(formsOf)) {
        expect(text.includes(secret), `${file}: ${secret.length} characters of the person`).toBe(
          false,
        );
      }
    }
  });

  test('no table holds phone or number in plain, and no ledger, queue or counter the name', async () => {
    const tables = await sql()<{ schema: string; name: string }[]>`
      select n.nspname as schema, relname as name from pg_class c join pg_namespace n on n.oid = relnamespace
      where relkind = 'r' and n.nspname in ('public', 'graphile_worker')`;
    const holders: string[] = [];
    for (const table of tables) {
      const count = (text: string) =>
        sql()`select 1 from ${sql()(`${table.schema}.${table.name}`)} t
          where strpos(t::text, ${text}) > 0 limit 1`.then((rows) => rows.length > 0);
      if ((await count(phone)) || (await count(idNumber))) holders.push(table.name);
      const plain = /^(audit_|outbox|rate_limits|idempotency_keys|_private|sms_codes|export_links)/;
      if (plain.test(table.name) && (await count(name))) holders.push(`${table.name}: name`);
    }
    expect(holders).toEqual([]);
    expect(bookingId).not.toBe('');
  });
});
