import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const text = (expected: string) => ({ ok: true, text: expected });
const wrong = (line: number | null) => ({ ok: false, line });
// 姓名 in each of the encodings that arrive.
const utf8 = Buffer.from('姓名');
const gbk = Buffer.from('d0d5c3fb', 'hex');
const utf16be = Buffer.from('feff59d3540d', 'hex');
const utf16le = Buffer.from('fffed3590d54', 'hex');

describe('a text from outside', () => {
  it.each([
    ['nothing', Buffer.alloc(0), ''],
    ['ASCII', latin1('a,b\n'), 'a,b\n'],
    ['UTF-8', utf8, '姓名'],
    ['UTF-8 with its mark', Buffer.concat([Buffer.from('efbbbf', 'hex'), utf8]), '姓名'],
    ['UTF-16, the small end first', utf16le, '姓名'],
    ['UTF-16, the large end first', utf16be, '姓名'],
    ['GB 18030', gbk, '姓名'],
    ['GB 18030 with a character of four bytes', Buffer.from('d0d58139ee39', 'hex'), '姓㐀'],
  ])('in %s is read', (_, bytes, expected) => {
    expect(decodeText(bytes)).toEqual(text(expected));
  });

  it('with a zero byte is no text, unless its mark says UTF-16', () => {
    expect(decodeText(Buffer.from('a\0b'))).toEqual(wrong(null));
    expect(decodeText(Buffer.from('\uFEFFa', 'utf16le'))).toEqual(text('a'));
  });

  it.each([
    ['UTF-16 cut within a character', utf16le.subarray(0, 5), 1],
    ['half a pair of UTF-16', Buffer.from('\uFEFFa\n\ud800', 'utf16le'), 1],
    ['a mark of UTF-8 before another encoding', Buffer.from('efbbbf0ad0d5', 'hex'), 2],
    ['a character of a font of one’s own, in its line', Buffer.from('a\r\nb\rc\n\uE000'), 4],
    ['its last character of a font of one’s own', Buffer.from('\uF8FF'), 1],
    ['a byte that no encoding has, after an empty line', Buffer.from('0a62ff0a', 'hex'), 2],
    ['a byte that no encoding has', Buffer.from('610a62ff0a', 'hex'), 2],
    [
      'UTF-8 with a wrong byte in the last line',
      Buffer.concat([utf8, latin1('\n\xe7\x28\x97')]),
      2,
    ],
  ])('is refused with the line: %s', (_, bytes, line) => {
    expect(decodeText(bytes)).toEqual(wrong(line));
  });

  it('is UTF-8 with a fault only where most of it is UTF-8', () => {
    const whole = latin1('\xe5\xb0\xb0');
    expect(decodeText(Buffer.concat([whole, whole, gbk])).ok).toBe(true);
    expect(decodeText(Buffer.concat([whole, whole, latin1('\n'), gbk.subarray(0, 2)]))).toEqual(
      wrong(2),
    );
  });

  it('in Big5 is refused, though it could be read as other characters', () => {
    // 張,劉: two rare characters of GB 18030.
    expect(decodeText(Buffer.from('b1692cbc42', 'hex'))).toEqual(wrong(1));
  });

  it.each([
    ['with one rare character', 'bc42', '糂'],
    ['of which a quarter is rare', `b169bc42${'d0d5'.repeat(6)}`, `眎糂${'姓'.repeat(6)}`],
    ['all rare, but none of Big5', '81808181', '亐亖'],
  ])('in GB 18030 %s is read', (_, hex, expected) => {
    expect(decodeText(Buffer.from(hex, 'hex'))).toEqual(text(expected));
  });

  it('of which more than a quarter is rare, as Big5 would be, is refused', () => {
    expect(decodeText(Buffer.from(`b169bc42${'d0d5'.repeat(5)}`, 'hex'))).toEqual(wrong(1));
  });
});
