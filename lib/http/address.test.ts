import { describe, expect, it } from 'vitest';
import { networkOf } from './address';

describe('the place that limits count by', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['::FFFF:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8::7', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['1::2:3:4:5:6:7', '1:0:2:3::/64'],
    ['::2:3:4:5:6:7', '0:0:2:3::/64'],
    ['::2:3:4:5:192.0.2.1', '0:0:2:3::/64'],
    ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
    [' 203.0.113.9 ', '203.0.113.9'],
  ])('is of %s %s', (address, place) => {
    expect(networkOf(address)).toBe(place);
  });

  it.each([null, '', 'unknown', '::ffff:999.1.1.1', '1.2.3', '2001:db8', '1.2.3.4, 5.6.7.8'])(
    'is none for %s',
    (no) => {
      expect(networkOf(no)).toBeNull();
    },
  );

  it('is one for all addresses of a /64, and another for the next', () => {
    const inside = Array.from({ length: 30 }, (_, n) =>
      networkOf(`2001:db8:7:1::${n.toString(16)}`),
    );
    expect(new Set(inside).size).toBe(1);
    expect(networkOf('2001:db8:7:2::1')).not.toBe(inside[0]);
  });
});
