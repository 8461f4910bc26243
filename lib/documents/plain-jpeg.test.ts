import { describe, expect, it } from 'vitest';
import { plainJpeg } from './plain-jpeg';

const most = { bytes: 1000, pixels: 400 };
const start = [0xff, 0xd8];
/** A segment with its length, which counts its own two bytes. */
const segment = (marker: number, ...inside: number[]) => {
  const length = inside.length + 2;
  return [0xff, marker, length >> 8, length & 255, ...inside];
};
const frame = (high: number, wide: number, marker = 0xc0) =>
  segment(marker, 8, high >> 8, high & 255, wide >> 8, wide & 255, 1, 1, 0x11, 0);
const scan = [...segment(0xda, 1, 1, 0, 0, 63, 0), 7, 8, 9, 0xff, 0xd9];
const jpeg = (...parts: number[][]) => Uint8Array.from([...start, ...parts.flat()]);
const refused = { ok: false, reason: 'not_jpeg' };

describe('a photo', () => {
  it.each([0xe1, 0xe5, 0xef, 0xfe])('loses the segment %i, in which devices talk', (marker) => {
    expect(plainJpeg(jpeg(segment(marker, 1, 2, 3), frame(2, 2), scan), most)).toEqual({
      ok: true,
      bytes: jpeg(frame(2, 2), scan),
    });
  });
  it.each([0xe0, 0xdb, 0xc4, 0xf0, 0xff])('keeps the segment %i, which draws it', (marker) => {
    const whole = jpeg(segment(marker, 1, 2, 3), frame(2, 2), scan);
    expect(plainJpeg(whole, most)).toEqual({ ok: true, bytes: whole });
  });
  it.each([0xc0, 0xc1, 0xc2, 0xc3])('is measured by its frame %i', (marker) => {
    expect(plainJpeg(jpeg(frame(400, 400, marker), scan), most).ok).toBe(true);
    for (const [high, wide] of [
      [401, 2],
      [2, 401],
      [0, 2],
      [2, 0],
    ] as const)
      expect(plainJpeg(jpeg(frame(high, wide, marker), scan), most)).toEqual(refused);
  });
  it.each([0xbf, 0xc4])('has no frame in the segment %i', (marker) => {
    expect(plainJpeg(jpeg(frame(2, 2, marker), scan), most)).toEqual(refused);
  });
  it('is taken at the very size allowed, and too large one byte above it', () => {
    const small = jpeg(frame(2, 2), scan);
    const filled = (size: number) => jpeg(frame(2, 2), scan, Array(size - small.length).fill(0));
    expect(plainJpeg(filled(1000), most).ok).toBe(true);
    expect(plainJpeg(filled(1001), most)).toEqual({ ok: false, reason: 'too_large' });
  });
  it('is none when a length is no length, or goes beyond the file', () => {
    expect(plainJpeg(jpeg(frame(2, 2), [0xff, 0xdb, 0, 1], scan), most)).toEqual(refused);
    expect(plainJpeg(jpeg(frame(2, 2), [0xff, 0xdb, 0, 2], scan), most).ok).toBe(true);
    const bare = jpeg(frame(2, 2), [0xff, 0xda, 0, 2]);
    expect(plainJpeg(bare, most)).toEqual({ ok: true, bytes: bare });
    expect(plainJpeg(jpeg(frame(2, 2), [0xff, 0xda, 0, 3]), most)).toEqual(refused);
  });
  it.each([
    ['another beginning', Uint8Array.from([0xff, 0xd9, ...frame(2, 2), ...scan])],
    ['something else between its segments', jpeg(frame(2, 2), [0, 0xdb, 0, 2], scan)],
    ['a scan before its frame', jpeg(scan)],
    ['no scan', jpeg(frame(2, 2))],
    ['nothing', new Uint8Array()],
  ])('is none with %s', (_, bytes) => expect(plainJpeg(bytes, most)).toEqual(refused));
});
