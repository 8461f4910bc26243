import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { sql } from './demo';
import { expect } from './fixtures';

const require = createRequire(import.meta.url);

interface Place {
  readonly id: string;
  readonly number: string;
  readonly account: string;
}

export interface Course {
  readonly id: string;
  readonly session: string;
  readonly bookings: readonly Place[];
}

/** A course of the federation that goes on all day today, with places for members of the demo. */
export async function aCourseToday(title: string, people: number): Promise<Course> {
  const db = sql();
  const [id, session] = [randomUUID(), randomUUID()];
  await db`
    insert into offerings (id, kind, status, title, summary, organisation_id, booking_opens_at,
      booking_closes_at, published_at, contact_phone, cancel_hours, details)
    select ${id}, 'training', 'published', ${title}, '走查用', id, now() - interval '9 days',
      now() - interval '2 days', now() - interval '9 days', '0775-4200000', 24,
      '{"certificate": "completion", "attendanceNeeded": 80}'::jsonb
    from organisations where parent_id is null`;
  await db`
    insert into offering_sessions (id, offering_id, title, starts_at, ends_at, place, details)
    select ${session}, ${id}, '第一场', day + interval '1 minute', day + interval '23 hours 58 minutes',
      '职工服务中心', '{"weekdays": [], "note": ""}'::jsonb
    from (select date_trunc('day', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai' as day) d`;
  await db`insert into session_capacity (session_id, capacity, taken) values (${session}, 20, ${people})`;
  const bookings = await db<Place[]>`
    insert into bookings (id, number, session_id, offering_id, kind, account_id, person_id, attendee_id,
      organisation_id, organiser_id, status, period, attendee_masked, phone_tail, created_at)
    select gen_random_uuid(), 'YY26-0101-' || lpad((floor(random() * 900000) + 100000 + n)::int::text, 7, '0'),
      s.id, s.offering_id, 'training', p.account_id, p.id, p.id, p.union_id, o.organisation_id, 'booked',
      tstzmultirange(tstzrange(s.starts_at, s.ends_at)), left(p.name, 1) || '**', a.phone_tail, now()
    from (select *, row_number() over (order by random()) as n from people p where name is not null and union_id is not null
        and not exists (select 1 from bookings b where b.person_id = p.id)
        and not exists (select 1 from role_grants g where g.account_id = p.account_id) limit ${people}) p
    join accounts a on a.id = p.account_id, offering_sessions s join offerings o on o.id = s.offering_id
    where s.id = ${session} returning id, number, account_id as account`;
  return { id, session, bookings };
}

/** What a phone's camera reads from the QR code on the page; by the reader that the desk uses as well. */
export async function codeOn(page: Page, name: RegExp = /^预约码/): Promise<string> {
  const wasm = require.resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(fs.readFileSync(wasm)).buffer } });
  const picture = await page.getByRole('img', { name }).screenshot();
  const [found] = await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'] });
  return found?.text ?? '';
}

export const openDoor = async (officer: Page, course: Course) => {
  await officer.goto(`/desk/offerings/${course.id}/check-in?session=${course.session}`);
  await expect(officer.locator('[data-offline-list="ready"]')).toBeVisible();
};

/** As a scanner gun does: types into the field and presses Enter. */
export const fire = async (officer: Page, code: string) => {
  await officer.getByLabel('扫码枪或预约号').fill(code);
  await officer.keyboard.press('Enter');
};
export const result = (officer: Page) => officer.locator('[data-tone]');
export const counter = (officer: Page) => officer.locator('[data-counter]');
