export type PhotoRefusal = 'too_large' | 'not_jpeg';

const at = (bytes: Uint8Array, n: number) => bytes[n] ?? 0;
const word = (bytes: Uint8Array, n: number) => at(bytes, n) * 256 + at(bytes, n + 1);
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xc3;
/** Camera, place and thumbnail live in APP1–APP15 and in comments. */
const isTalk = (marker: number) => (marker >= 0xe1 && marker <= 0xef) || marker === 0xfe;

/**
 * A JPEG without what the camera wrote into it (place, time, thumbnail), or why it is none. Only the
 * head is read, no picture decoded: that is left to the browser that shows it.
 * @param most how large it may be: the file, and either side of the picture
 */
export function plainJpeg(
  bytes: Uint8Array,
  most: { readonly bytes: number; readonly pixels: number },
): { ok: true; bytes: Uint8Array } | { ok: false; reason: PhotoRefusal } {
  if (bytes.length > most.bytes) return { ok: false, reason: 'too_large' };
  const bad = { ok: false, reason: 'not_jpeg' } as const;
  if (word(bytes, 0) !== 0xffd8) return bad;
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let framed = false;
  for (let n = 2; n + 4 <= bytes.length; ) {
    if (at(bytes, n) !== 0xff) return bad;
    const marker = at(bytes, n + 1);
    const length = word(bytes, n + 2);
    if (length < 2 || n + 2 + length > bytes.length) return bad;
    if (isFrame(marker)) {
      const [high, wide] = [word(bytes, n + 5), word(bytes, n + 7)];
      if (high === 0 || wide === 0 || high > most.pixels || wide > most.pixels) return bad;
      framed = true;
    }
    if (marker === 0xda) {
      if (!framed) return bad;
      parts.push(bytes.subarray(n));
      const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
      let to = 0;
      for (const part of parts) {
        all.set(part, to);
        to += part.length;
      }
      return { ok: true, bytes: all };
    }
    if (!isTalk(marker)) parts.push(bytes.subarray(n, n + 2 + length));
    n += 2 + length;
  }
  return bad;
}
