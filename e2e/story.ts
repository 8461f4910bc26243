import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { sql } from './demo';
import { codeFor } from './fixtures';

export { sql };

let last = Date.now() % 90_000;

/** A phone nobody else uses in this run: 139 1 and seven figures. */
export const newPhone = (): string =>
  `1391${String(process.pid % 100).padStart(2, '0')}${String(++last).padStart(5, '0').slice(-5)}`;

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A synthetic resident ID of 港南区 with a right checksum (GB 11643). */
export function aResidentId(given: { birthOn?: string; sex?: 'male' | 'female' } = {}): string {
  const n = (process.pid * 131 + ++last) % 500;
  const day = given.birthOn ?? `19${70 + (n % 30)}-0${1 + (n % 9)}-${10 + (last % 18)}`;
  const order = String(n * 2 - (n * 2 > 998 ? 998 : 0) + (given.sex === 'female' ? 0 : 1));
  const first17 = `450803${day.replaceAll('-', '')}${order.padStart(3, '0')}`;
  const sum = [...first17].reduce((s, digit, at) => s + Number(digit) * (weights[at] ?? 0), 0);
  return first17 + '10X98765432'[sum % 11];
}

/** From the page that asks for a phone, through the SMS code, to where the person wanted to go. */
export async function signInByCode(page: Page, phone: string): Promise<void> {
  await page.getByLabel('手机号').fill(phone);
  await page.getByLabel(/我已读并同意/).check();
  await page.getByRole('button', { name: '获取验证码' }).click();
  await page.waitForURL(/\/login\/code/);
  await page.getByRole('textbox', { name: /验证码/ }).fill(await codeFor(page, phone));
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
}

/** A worker who has just signed in with a phone nobody else uses. */
export async function newWorker(page: Page): Promise<string> {
  const phone = newPhone();
  await page.goto('/login?next=/affairs');
  await signInByCode(page, phone);
  return phone;
}

const next = (page: Page) => page.getByRole('button', { name: '继续', exact: true }).click();

/** Ticks a box or dot of ours: the native control lies invisibly under its label. */
export const tick = (page: Page, label: string | RegExp) =>
  // A form that was refused an instant ago puts back what it had, and may do so over the tick.
  expect(() => page.getByLabel(label).first().check({ force: true })).toPass();

export async function joinCodeOf(union: string): Promise<string> {
  const [row] = await sql()`select join_code from organisations where name = ${union}`;
  if (!row) throw new Error(`no ${union}`);
  return String(row.join_code);
}

/** Name and document on the first screen of a scanned code. */
export async function answerByCode(
  page: Page,
  code: string,
  who: { name: string; idNumber: string },
): Promise<void> {
  await page.goto(`/join/${code}`);
  await page.getByLabel('姓名').fill(who.name);
  await page.getByLabel('身份证号').fill(who.idNumber);
  await next(page);
  // Who applied before finds the old answer and goes straight to the check.
  await page.waitForURL(/\/join\/(occupation|check)/);
  if (page.url().includes('/join/check')) return;
  await tick(page, '快递员');
  await next(page);
  await page.waitForURL(/\/join\/check/);
}

/** Pledge, separate consent, 提交申请. Returns the receipt's number. */
export async function pledgeAndSubmit(page: Page): Promise<{ number: string; id: string }> {
  await tick(page, /我自愿入会/);
  await tick(page, /单独同意/);
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.waitForURL(/\/applications\/[^/]+\/receipt/);
  const number = /RH\d\d-\d{4}-\d{4}/.exec((await page.locator('main').textContent()) ?? '')?.[0];
  const id = /applications\/([^/]+)/.exec(page.url())?.[1];
  if (!number || !id) throw new Error('no receipt');
  return { number, id };
}

/** The whole of joining by a scanned code. */
export async function applyByCode(
  page: Page,
  union: string,
  who: { name: string; idNumber?: string },
): Promise<{ number: string; id: string; idNumber: string }> {
  const idNumber = who.idNumber ?? aResidentId();
  await answerByCode(page, await joinCodeOf(union), { name: who.name, idNumber });
  return { ...(await pledgeAndSubmit(page)), idNumber };
}

interface SessionWanted {
  title: string;
  kind?: 'training' | 'childcare' | 'screening';
  capacity: number;
  needsApproval?: boolean;
  term?: string;
  rules?: Record<string, unknown>;
}

/** An open offering of the federation with one session in three weeks. */
export async function anOpenOffering(
  wanted: SessionWanted,
): Promise<{ id: string; session: string }> {
  const db = sql();
  const [root] = await db`select id from organisations where parent_id is null`;
  const [id, session] = [randomUUID(), randomUUID()];
  await db`
    insert into offerings (id, kind, status, title, summary, organisation_id, needs_approval, booking_opens_at,
      booking_closes_at, published_at, contact_phone, cancel_hours, term, rules)
    values (${id}, ${wanted.kind ?? 'training'}, 'published', ${wanted.title}, '走查用', ${root?.id},
      ${wanted.needsApproval ?? false}, now() - interval '1 day', now() + interval '10 days', now(), '0775-4200000', 24,
      ${wanted.term ?? null}, ${JSON.stringify(wanted.rules ?? {})}::text::jsonb)`;
  // Two hours on some day of its own, so that stories do not meet in the diary of one member.
  await db`
    insert into offering_sessions (id, offering_id, title, starts_at, ends_at, place)
    select ${session}, ${id}, '第一场', start, start + interval '2 hours', '职工服务中心'
    from (select (date_trunc('day', now() at time zone 'Asia/Shanghai') + make_interval(
        days => 21 + (random() * 40)::int, hours => 7 + (random() * 14)::int)) at time zone 'Asia/Shanghai' as start) d`;
  await db`insert into session_capacity (session_id, capacity) values (${session}, ${wanted.capacity})`;
  return { id, session };
}

/** A member of the demo whom no other story uses. */
export async function aMemberName(sex?: 'male' | 'female'): Promise<string> {
  const rows = await sql()<{ display_name: string }[]>`
    select a.display_name from people p join accounts a on a.id = p.account_id
    join memberships m on m.person_id = p.id and m.status = 'regular'
    where (${sex ?? null}::text is null or p.sex = ${sex ?? null})
      and p.birth_on between '1968-01-01' and '1990-01-01'
      and not exists (select 1 from bookings b where b.account_id = a.id)
      and not exists (select 1 from role_grants g where g.account_id = a.id)
      and (select count(*) from accounts o where o.display_name = a.display_name) = 1
    order by random() limit 1`;
  if (!rows[0]) throw new Error('no spare member');
  return rows[0].display_name;
}
