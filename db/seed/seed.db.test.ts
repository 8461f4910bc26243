import { beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '@/db/client';
import { personDocument } from '@/db/schema/identity';
import { offerings } from '@/db/schema/offerings';
import { sqlAsOwner } from '@/db/testing';
import { readEveryFigure } from '@/features/figures/queries/every-figure';
import { readDated } from '@/features/offerings/queries/dated-offering';
import { listSessionsOf } from '@/features/offerings/queries/sessions-of';
import { offeringRules } from '@/features/offerings/schema/offering';
import { missingForPublish } from '@/features/scheduling/rules/publish';
import { system } from '@/lib/actor';
import { parseIdentityDocument } from '@/lib/china/id/parse';
import { parseUscc } from '@/lib/china/id/uscc';
import { openField } from '@/lib/crypto/field';
import { makeCtx } from '@/lib/ctx';
import { invented } from './federation';
import { seedDemo } from './index';
import { termsAround } from './terms';

// One run for all: the tests only look at what it left.
let logins: { role: string; hint: string }[] = [];
beforeAll(async () => {
  ({ logins } = await seedDemo());
});

const count = async (from: string) =>
  Number((await sqlAsOwner().unsafe(`select count(*) as n from ${from}`))[0]?.n);

describe('the demo federation', () => {
  it('is as large as a district', async () => {
    expect(await count("organisations where kind <> 'partner'")).toBe(60);
    expect(await count("organisations where kind = 'town_federation'")).toBe(9);
    expect(await count("organisations where kind = 'online_home'")).toBe(9);
    expect(await count('employers')).toBe(41);
    const past = "joined_on between '2024-01-01' and '2024-12-31'";
    expect(await count(`memberships where not (${past})`)).toBeGreaterThan(1000);
    expect(await count(`memberships where ${past}`)).toBe(960);
    expect(await count('(select distinct occupation_code from memberships) o')).toBeGreaterThan(20);
    expect(await count('offerings')).toBeGreaterThanOrEqual(23);
  });

  it('has the year of the report in its past: 15 employers, 960 new members, 432 of new forms of work', async () => {
    const year = { from: '2024-01-01', to: '2024-12-31' };
    const figures = await readEveryFigure(makeCtx(system()), year);
    const of = (id: string) => figures.find((each) => each.id === id);
    expect(of('founded_employers')).toMatchObject({ value: 15, rows: 15 });
    expect(of('new_members')).toMatchObject({ value: 960, rows: 960 });
    expect(of('new_members_new_form')).toMatchObject({ value: 432, rows: 432 });
    for (const { id, value, rows } of figures)
      if (!id.endsWith('.places')) expect([id, rows]).toEqual([id, value]);
    expect(
      await count(`memberships m join organisations o on o.id = m.organisation_id
      where o.founded_on between '2024-01-01' and '2024-12-31' and m.joined_on < o.founded_on`),
    ).toBe(0);
  });

  it('shows every state of an application and of a booking', async () => {
    expect(await count('(select distinct status from membership_applications) s')).toBe(7);
    expect(await count('membership_applications where due_on < current_date')).toBeGreaterThan(0);
    expect(await count('(select distinct status from bookings) s')).toBeGreaterThanOrEqual(9);
    expect(await count('(select distinct status from offerings) s')).toBeGreaterThanOrEqual(4);
  });

  it('always has something to book', async () => {
    const open = `offerings where status = 'published' and now() between booking_opens_at and booking_closes_at`;
    expect(await count(open)).toBeGreaterThan(6);
    expect(await count(`(select distinct kind from ${open}) k`)).toBe(3);
  });

  it('shows ratings, a poor one overdue, an appeal that waits and a hospital’s desk', async () => {
    expect(await count('ratings')).toBeGreaterThan(20);
    expect(await count("rating_tasks where status = 'open' and due_on < current_date")).toBe(1);
    expect(await count("absence_excuses where status = 'waiting'")).toBe(1);
    expect(await count('screening_hospitals')).toBeGreaterThan(2);
  });

  it('counts places as the bookings say', async () => {
    const wrong = await count(`session_capacity c where
      taken <> (select count(*) from bookings b where b.session_id = c.session_id
        and not b.is_override
        and status in ('pending', 'sent_back', 'booked', 'offered', 'attended', 'absent'))
      or waiting <> (select count(*) from bookings b where b.session_id = c.session_id and status = 'waitlisted')
      or (taken + reserved < capacity and waiting > 0)`);
    expect(wrong).toBe(0);
  });

  it('has no offering that could not be published: every date in order, no grade that is not asked', async () => {
    const ctx = makeCtx(system());
    const wrong: string[] = [];
    for (const o of await ctx.db.select().from(offerings)) {
      if (o.status === 'draft' || !o.publishedAt) continue;
      const dated = await readDated(ctx, o);
      const rules = offeringRules.parse(o.rules);
      const all = await listSessionsOf(ctx, o.id);
      const facts = { ...o, ...dated, rules, sessions: all };
      for (const gap of missingForPublish(facts, o.publishedAt))
        wrong.push(`${o.title}：${gap.text}`);
      const named = [o.title, o.summary, o.description, ...all.map((s) => s.title)].join();
      if (/年级班|会员的孩子/.test(named)) wrong.push(`${o.title}：写了条件里没有的`);
    }
    expect(wrong).toEqual([]);
  });

  it('invents numbers that pass every check, of its own area only', async () => {
    const people = await sqlAsOwner()<{ id: string; id_sealed: string }[]>`
      select id, id_sealed from people where id_sealed is not null order by random() limit 200`;
    for (const { id, id_sealed } of people) {
      const number = openField(id_sealed, personDocument(id));
      expect(number.startsWith(invented.areaCode)).toBe(true);
      expect(parseIdentityDocument('resident_id', number, '2030-01-01').ok).toBe(true);
    }
    const codes = await sqlAsOwner()<{ uscc: string }[]>`
      select uscc from employers where uscc is not null union all select uscc from organisations where uscc is not null`;
    expect(codes.filter(({ uscc }) => !parseUscc(uscc).ok)).toEqual([]);
  });

  it('has a login for every role, and one officer without a second factor', async () => {
    expect(await count('(select distinct role from role_grants) r')).toBe(8);
    expect(await count('accounts where password_hash is not null and totp_sealed is null')).toBe(1);
    expect(logins.length).toBeGreaterThan(10);
  });

  it('does not touch a database that is in use', async () => {
    await expect(seedDemo()).rejects.toThrow('不是空的');
    await closeDatabase();
  });
});

describe('the terms of a year', () => {
  it.each([
    ['2026-11-24', '2026暑期', '2027寒假', '2027暑期'],
    ['2026-07-06', '2026暑期', '2027寒假', '2027暑期'],
    ['2026-05-01', '2026寒假', '2026暑期', '2027寒假'],
    ['2026-01-01', '2025暑期', '2026寒假', '2026暑期'],
  ])('around %s', (today, last, next, after) => {
    const terms = termsAround(today);
    expect([terms.last.name, terms.next.name, terms.after.name]).toEqual([last, next, after]);
  });
});
