import { describe, expect, it, test } from 'vitest';
import { addressWords, decideClosingVenue, mapLinkError, wholePlace } from './venue';

describe('a place in words', () => {
  it('is the venue with the room, or the officer’s own words alone', () => {
    expect(wholePlace({ name: '工人文化宫' }, '三楼 301')).toBe('工人文化宫 三楼 301');
    expect(wholePlace({ name: '工人文化宫' }, '')).toBe('工人文化宫');
    expect(wholePlace(null, '厂门口')).toBe('厂门口');
  });

  it('names the town before an address that names no area', () => {
    expect(addressWords({ town: '江南街道总工会', address: '江南大道 1 号' })).toBe(
      '江南街道江南大道 1 号',
    );
    expect(addressWords({ town: '江南街道总工会', address: '江南街道江南大道 1 号' })).toBe(
      '江南街道江南大道 1 号',
    );
    expect(addressWords({ town: '江南街道总工会', address: '港南区江南大道 1 号' })).toBe(
      '港南区江南大道 1 号',
    );
    expect(addressWords({ town: null, address: '江南大道 1 号' })).toBe('江南大道 1 号');
  });
});

describe('the link into a map', () => {
  const sites = 'amap.com map.qq.com';
  test.each([null, 'https://surl.amap.com/abc', 'https://amap.com', 'https://MAP.qq.com/?x=1'])(
    '%s is taken',
    (link) => expect(mapLinkError(link, sites)).toBeNull(),
  );
  test.each([
    'http://amap.com/a',
    'javascript:alert(1)',
    'https://amap.com@evil.example/',
    'https://evil-amap.com/',
    'https://qq.com/',
    'https://amap.com:8443/',
    '高德地图',
  ])('%s is refused in words', (link) => expect(mapLinkError(link, sites)).toMatch(/链接/));
});

it('a venue is closed only when nothing is to come in it', () => {
  expect(decideClosingVenue(0)).toBeNull();
  expect(decideClosingVenue(1)).toBe('in_use');
});
