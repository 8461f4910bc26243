import { beforeEach, describe, expect, it } from 'vitest';
import { arrange } from '@/db/factories/arrange';
import { anOrganisation } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { assertPortal, portal, portalOf, readPortal, telOf } from './portal';

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

  it('can name another mark and region than the name of the root union', () => {
    const typed = { shortName: '甲乙工会', region: '甲乙新区' };
    expect(portalOf('甲乙县总工会', typed)).toMatchObject(typed);
  });

  it('says nothing of any place before there is a root union', () => {
    expect(portalOf(undefined)).toMatchObject({ name: '工会', shortName: '工会', region: '本地' });
  });

  it('never shows a colour that its setting refuses', () => {
    expect(portalOf(undefined, { mainColour: '#ffcc00' }).colours.main).toBe('#b3261e');
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

  it('has a number that a phone can dial', () => {
    expect(telOf('0771-123 4567 转 8')).toBe('tel:077112345678');
  });
});
