import fs from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aTree, type Tree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { slaDays } from '@/features/applications/settings';
import type { Actor } from '@/lib/actor';
import { Forbidden, NotFound } from '@/lib/errors';
import { readSettings } from '@/lib/settings';
import { fillYear, removeHoliday, setHoliday } from './commands/change-holidays';
import { saveSetting } from './commands/save-setting';
import { listHolidays } from './queries/holidays';
import { listSettings } from './queries/list-settings';

let tree: Tree;
let admin: Actor;
let officer: Actor;

beforeEach(async () => {
  await resetDb();
  tree = await arrange(aTree);
  admin = (await arrange((tx) => anOfficer(tx, 'system_admin', tree.district.id))).actor;
  officer = (await arrange((tx) => anOfficer(tx, 'organisation_officer', tree.district.id))).actor;
});

const lines = (action: string) => sqlAsOwner()`
  select entity_id, before, after from audit_entries where action = ${action} order by id`;

describe('settings', () => {
  it('apply from the next request and keep what was before', async () => {
    expect((await saveSetting(as(admin), { key: slaDays.key, value: '7' })).ok).toBe(true);
    expect(await readSettings(as(admin), { slaDays })).toEqual({ slaDays: 7 });
    expect(await lines('change_setting')).toEqual([
      { entity_id: slaDays.key, before: { value: 5 }, after: { value: 7 } },
    ]);
    const shown = (await listSettings(as(admin))).find(({ key }) => key === slaDays.key);
    expect(shown).toMatchObject({ value: '7', fallback: '5', changed: true, numeric: true });
  });

  it.each(['0', '61', '五', '', '5.5', '1e9'])('refuse %s with the reason', async (value) => {
    expect(await saveSetting(as(admin), { key: slaDays.key, value })).toMatchObject({
      reason: 'out_of_range',
      fieldErrors: { value: '请填 1–60 之间的整数' },
    });
    expect(await lines('change_setting')).toEqual([]);
  });

  it('are all on the page: what any feature declares', async () => {
    const shown = (await listSettings(as(admin))).map(({ key }) => key);
    const declared = fs
      .readdirSync('features')
      .map((feature) => `features/${feature}/settings.ts`)
      .concat('lib/auth/settings.ts')
      .filter((file) => fs.existsSync(file))
      .flatMap((file) => [...fs.readFileSync(file, 'utf8').matchAll(/^ {2}key: '([^']+)'/gm)])
      .map(([, key]) => key);
    expect(declared.filter((key) => !shown.includes(key ?? ''))).toEqual([]);
    expect(declared.length).toBeGreaterThan(20);
  });

  it('are only those that a feature declares', async () => {
    const unknown = saveSetting(as(admin), { key: 'membership.nothing', value: '1' });
    await expect(unknown).rejects.toThrow(NotFound);
  });

  it('belong to the system administrator of the federation', async () => {
    const below = await arrange((tx) => anOfficer(tx, 'system_admin', tree.town.id));
    for (const actor of [officer, below.actor]) {
      const tried = saveSetting(as(actor), { key: slaDays.key, value: '7' });
      await expect(tried).rejects.toThrow(Forbidden);
    }
  });
});

describe('the working calendar', () => {
  it('takes the announcement of a year, an own day, and lets it go again', async () => {
    expect((await fillYear(as(admin), { year: 2026 })).ok).toBe(true);
    const published = await listHolidays(as(admin), 2026);
    expect(published.find(({ on }) => on === '2026-10-01')).toMatchObject({ kind: 'off' });
    const own = { on: '2026-12-25', kind: 'off', name: '调休' } as const;
    await setHoliday(as(admin), own);
    expect(await listHolidays(as(admin), 2026)).toContainEqual(own);
    expect((await removeHoliday(as(admin), own)).ok).toBe(true);
    expect(await listHolidays(as(admin), 2026)).toEqual(published);
    expect(await removeHoliday(as(admin), own)).toMatchObject({ reason: 'not_listed' });
    expect(await lines('remove_holiday')).toMatchObject([{ before: own }]);
  });

  it('is one version more for each change, and has what runs by it counted again', async () => {
    const version = async () =>
      (await sqlAsOwner()`select coalesce(max(version), 0)::int as v from calendar_versions`)[0]?.v;
    const own = { on: '2026-12-25', kind: 'off', name: '调休' } as const;
    await fillYear(as(admin), { year: 2026 });
    await fillYear(as(admin), { year: 2026 });
    expect(await version()).toBe(1);
    await setHoliday(as(admin), own);
    await removeHoliday(as(admin), own);
    expect(await version()).toBe(3);
    const jobs = await sqlAsOwner()`select key from graphile_worker.jobs order by key`;
    expect(jobs.map(({ key }) => key)).toEqual(['recompute_clocks', 'recount_offers']);
  });

  it('does not invent what is not published', async () => {
    expect(await fillYear(as(admin), { year: 2098 })).toMatchObject({ reason: 'not_published' });
  });

  it('is not for other officers', async () => {
    const tried = setHoliday(as(officer), { on: '2026-12-25', kind: 'off', name: '调休' });
    await expect(tried).rejects.toThrow(Forbidden);
  });
});
