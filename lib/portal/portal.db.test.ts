import { beforeEach, describe, expect, it, vi } from 'vitest';
import { arrange } from '@/db/factories/arrange';
import { anOrganisation } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { assertPortal, portal, readPortal } from './portal';

beforeEach(resetDb);

describe('who runs the portal', () => {
  it('is the root union and the settings as they are stored, kept for whoever may not wait', async () => {
    await arrange(async (tx) => {
      const root = await anOrganisation(tx, { kind: 'district_federation', name: '甲乙县总工会' });
      await anOrganisation(tx, { name: '丙厂工会', parentId: root.id });
    });
    await sqlAsOwner()`insert into settings (key, value) values
      ('portal.hotline', '"0771-1234567"'), ('portal.privacy_contact', '"组织部李老师"'),
      ('portal.colour', '"#1a5a96"'), ('portal.logo_text', '"甲乙驿"')`;
    const read = await readPortal();
    expect(read).toMatchObject({
      name: '甲乙县总工会',
      shortName: '甲乙县工会',
      region: '甲乙县',
      hotline: '0771-1234567',
      privacyContact: '组织部李老师',
      logoText: '甲乙驿',
      colours: { main: '#1a5a96', dark: '#154878', accent: '#f6d98b' },
    });
    expect(portal()).toEqual(read);
  });

  it('is read again after five seconds, and once for all who ask at the same time', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
    const write = (hours: string) =>
      sqlAsOwner()`insert into settings (key, value) values ('portal.hotline_hours', to_jsonb(${hours}::text))
        on conflict (key) do update set value = excluded.value`;
    const hours = async () => (await readPortal()).hours;
    await write('甲');
    expect(await Promise.all([hours(), hours()])).toEqual(['甲', '甲']);
    await write('乙');
    vi.setSystemTime(Date.now() + 4999);
    expect(await hours()).toBe('甲');
    vi.setSystemTime(Date.now() + 1);
    expect(await hours()).toBe('乙');
    vi.useRealTimers();
  });

  it('refuses to start on colours that nobody can read, and names each of them', async () => {
    await expect(assertPortal()).resolves.toBeUndefined();
    await sqlAsOwner()`insert into settings (key, value) values
      ('portal.colour', '"#ffcc00"'), ('portal.accent', '"#333333"'), ('portal.hotline', '"110"')`;
    await expect(assertPortal()).rejects.toThrow(
      /不能启动[\s\S]*portal\.colour）#ffcc00：对比度只有 1\.3[\s\S]*portal\.accent）#333333：太深/,
    );
  });

  it('takes a hotline of digits for what it is, text', async () => {
    await sqlAsOwner()`insert into settings (key, value) values ('portal.hotline', '"12333"')`;
    await expect(assertPortal()).resolves.toBeUndefined();
    expect((await readPortal()).hotline).toEqual(expect.any(String));
  });
});
