import { describe, expect, it } from 'vitest';
import { portalOf, readPortal, telOf } from './portal';
import { portalSettings } from './portal-settings';

describe('who runs the portal', () => {
  it('is the root union with what nobody set in its usual words', () => {
    expect(portalOf('甲乙县总工会')).toEqual({
      name: '甲乙县总工会',
      shortName: '甲乙县工会',
      logoText: '连心桥',
      region: '甲乙县',
      townWord: '镇街',
      hotline: '12351',
      hours: '工作日 8:30–18:00',
      privacyContact: '电话 12351',
      icp: '',
      policeRecord: '',
      colours: { main: '#b3261e', dark: '#8f1e18', accent: '#f6d98b' },
    });
    expect(portalOf('丙厂工会')).toMatchObject({ shortName: '丙厂工会', region: '丙厂' });
  });

  it('can have another mark, region and contact than these', () => {
    const typed = {
      shortName: '甲乙工会',
      region: '甲乙新区',
      privacyContact: '组织部李老师',
      icp: '桂ICP备1号',
      hotline: '0771-1234567',
    };
    expect(portalOf('甲乙县总工会', typed)).toMatchObject(typed);
    expect(portalOf('甲乙县总工会', { hotline: '110' }).privacyContact).toBe('电话 110');
  });

  it('says nothing of any place before there is a root union', () => {
    expect(portalOf(undefined)).toMatchObject({ name: '工会', shortName: '工会', region: '本地' });
  });

  it('never shows a value that its setting refuses', () => {
    const typed = { mainColour: '#ffcc00', hotline: '', logoText: '一二三四五六七' };
    expect(portalOf(undefined, typed)).toMatchObject({
      colours: { main: '#b3261e', dark: '#8f1e18' },
      hotline: '12351',
      logoText: '连心桥',
    });
  });

  it('is what was read last while the database is away', async () => {
    expect(await readPortal()).toEqual(portalOf(undefined));
  });
});

it.each([
  ['0771-123 4567 转 8', 'tel:077112345678'],
  ['+86 771 1234567', 'tel:+867711234567'],
])('the number %s is one that a phone can dial', (phone, address) => {
  expect(telOf(phone)).toBe(address);
});

describe('the settings of a portal', () => {
  it.each(['hotline', 'hours', 'logoText', 'townWord'] as const)('ask for %s', (name) => {
    expect(portalSettings[name].check(' ')).toEqual({ refused: expect.stringMatching(/^请填写/) });
  });
  it.each(['shortName', 'region', 'privacyContact', 'icp', 'policeRecord'] as const)(
    'do without %s',
    (name) => expect(portalSettings[name].check('')).toBe(''),
  );
  it('take a light accent in capitals, and refuse what is no colour', () => {
    expect(portalSettings.accentColour.check('#F6D98B')).toBe('#f6d98b');
    expect(portalSettings.accentColour.check('gold')).toEqual({
      refused: '请填 # 加 6 位十六进制色值，如 #b3261e',
    });
  });
});
