import { describe, expect, it } from 'vitest';
import { blindIndex } from './blind-index';
import { openField, SealBroken, sealField } from './field';
import { parseKeyQueue } from './keys';
import { openBytes, sealBytes } from './sealed-bytes';
import { verifyLink } from './signed-link';

// Made once under the key of 32 sevens: what is in databases and on paper must open for ever.
const keys = parseKeyQueue(`k1:${Buffer.alloc(32, 7).toString('base64')}`);
const rowId = '0198a1b2-0000-7000-8000-000000000001';
const place = { table: 'people', column: 'id_sealed', rowId };
const aes = 'v1|k1|a256gcm|A3YO0nJH5gq7gfd5|Z-H31cwHR9P0L2GWyxioy4qn|OPL3-P3DrOTUKZJ51qSpIw';
const sm4 =
  'v1|k1|sm4sm3|PH43He9hEBth5UZ6xks5mA|6HfIC-83tpAa2udnJvD5YWrv|U6qszRA7b05YWgFJVCh9OYy8oedkk1m9UVHY0r23oxk';
const photo = Buffer.from(
  'djF8azF8YTI1NmdjbXx1NmVvR21La1RMWlJ3NWdBfFoyZ3hIU1l1dzJPT25oMDlsX3hjYUEK5dl6mV43',
  'base64',
);

describe('what an earlier release stored', () => {
  it.each([aes, sm4])('opens to the number it was: %s', (stored) => {
    expect(openField(stored, place, keys)).toBe('450803199003070029');
  });
  it('opens to the bytes of a file', () => {
    expect(openBytes(photo, place, keys).toString()).toBe('照片');
  });
  it('is found by the same index', () => {
    expect(blindIndex('phone', '13900000001', keys)).toBe(
      'd74b2f9636955e696bb2c06f2bede0d077376bc06843d3a6954588a94ba9a883',
    );
  });
  it('is still a signed link of its purpose', () => {
    const token = 'AWsE79wBmKGyAABwAIAAAAAAAAAB1ndDGW2KAEir0IJ_ow4IQw';
    const expiresAt = new Date('2026-11-24T02:01:00Z');
    expect(verifyLink('card', token, expiresAt, 0, keys[0].bytes)).toEqual({
      ok: true,
      subject: rowId,
      expiresAt,
    });
  });
});

describe('a text that is no sealed value', () => {
  const parts = aes.split('|');
  it.each([
    ['of another version', ['v2', ...parts.slice(1)]],
    ['of an unknown cipher', parts.with(2, 'rot13')],
    ['without its tag', parts.slice(0, 5)],
    ['with a part too many', [...parts, 'AAAA']],
    ['without a cipher', parts.slice(0, 2)],
  ])('is refused as such: one %s', (_, broken) => {
    expect(() => openField(broken.join('|'), place, keys)).toThrow(
      new SealBroken('not a sealed value'),
    );
  });
  it('is told apart from one that was moved or altered', () => {
    const moved = { ...place, rowId: '0198a1b2-0000-7000-8000-000000000002' };
    for (const stored of [aes, sm4])
      expect(() => openField(stored, moved, keys)).toThrow(
        new SealBroken('sealed elsewhere or altered'),
      );
    expect(() => openField(sm4.slice(0, -4), place, keys)).toThrow('sealed elsewhere or altered');
  });
  it('is not made of an empty one: that is sealed and opened like any other', () => {
    expect(openField(sealField('', place, 'a256gcm', keys), place, keys)).toBe('');
  });
});

describe('a sealed file', () => {
  const sealed = sealBytes(Buffer.from('照片'), place, keys);
  const head = (from: string, to: string) =>
    Buffer.from(sealed.toString('latin1').replace(from, to), 'latin1');

  it('opens to what was sealed, an empty one too', () => {
    expect(openBytes(sealed, place, keys).toString()).toBe('照片');
    expect(openBytes(sealBytes(Buffer.alloc(0), place, keys), place, keys)).toHaveLength(0);
  });
  it.each([
    ['of another version', head('v1|', 'v2|')],
    ['of an unknown cipher', head('a256gcm', 'a512gcm')],
    ['under a key that is gone', head('|k1|', '|k9|')],
    ['without its first line', Buffer.from('照片')],
    ['whose first line breaks off', head('\n', '')],
    ['without a tag', Buffer.from('v1|k1|a256gcm|AAAA\nx')],
    ['without a nonce', Buffer.from('v1|k1|a256gcm||AAAA\nx')],
  ])('is refused as such: one %s', (_, broken) => {
    expect(() => openBytes(broken, place, keys)).toThrow(
      new SealBroken('not sealed bytes, or sealed with a key that is not in the queue'),
    );
  });
  it('stays shut at another place and with another last byte', () => {
    const altered = Buffer.from(sealed);
    altered.writeUInt8((altered.at(-1) ?? 0) ^ 1, altered.length - 1);
    const moved = { ...place, column: 'photo_sealed' };
    const shut = new SealBroken('sealed elsewhere or altered');
    expect(() => openBytes(altered, place, keys)).toThrow(shut);
    expect(() => openBytes(sealed, moved, keys)).toThrow(shut);
  });
});
