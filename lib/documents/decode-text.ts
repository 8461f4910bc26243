/** The text of a file, or the line in which it is no text of a kind we read. */
export type Decoded = { ok: true; text: string } | { ok: false; line: number | null };

/** Where in the text something stands that no decoding leaves: U+FFFD, an input method's own characters. */
const UNKNOWN = /[\uFFFD\uE000-\uF8FF]/;

const lineOf = (text: string, at: number): number => text.slice(0, at).split(/\r\n|\r|\n/).length;

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The first line that is not in this encoding; 1 when the file as a whole is not. */
function badLine(file: Buffer, encoding: string): number {
  let line = 1;
  for (let from = 0; from < file.length; line++) {
    const end = file.indexOf(0x0a, from);
    const part = file.subarray(from, end < 0 ? file.length : end);
    if (tryDecode(part, encoding) === null) return line;
    from = end < 0 ? file.length : end + 1;
  }
  return 1;
}

/** Of the bytes beyond ASCII, the share that forms whole characters of UTF-8. */
function shareOfUtf8(file: Buffer): number {
  const bytes = file.toString('latin1');
  const whole = bytes.match(
    /[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}/g,
  );
  const high = bytes.match(/[\x80-\xFF]/g)?.length ?? 0;
  return high === 0 ? 1 : (whole ?? []).join('').length / high;
}

/** Big5 read as GBK is full of characters that nobody in China writes: those outside GB 2312. */
function looksLikeBig5(file: Buffer): boolean {
  const pairs = file.toString('latin1').match(/[\x81-\xFE][\x40-\xFE]|[^\x81-\xFE]/g) ?? [];
  const two = pairs.filter((pair) => pair.length === 2);
  const rare = two.filter((pair) => !/^[\xA1-\xF7][\xA1-\xFE]$/.test(pair)).length;
  return rare >= 2 && rare / two.length > 0.25 && tryDecode(file, 'big5') !== null;
}

/** From this share on a file is UTF-8 with a fault, not another encoding. */
const MOSTLY = 0.6;

/**
 * UTF-8, UTF-16 with its mark, or GB 18030, as Excel in China saves a .csv. One wrong byte, a file cut
 * within a character, or Big5 is refused with its line: nobody notices a wrong name among thousands.
 */
export function decodeText(file: Buffer): Decoded {
  const mark = file.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') {
    return checked(tryDecode(file, mark === 'fffe' ? 'utf-16le' : 'utf-16be'));
  }
  if (file.includes(0)) return { ok: false, line: null };
  const utf8 = tryDecode(file, 'utf-8');
  if (utf8 !== null) return checked(utf8);
  const marked = file.subarray(0, 3).toString('hex') === 'efbbbf';
  if (marked || shareOfUtf8(file) > MOSTLY) return { ok: false, line: badLine(file, 'utf-8') };
  if (looksLikeBig5(file)) return { ok: false, line: 1 };
  const chinese = tryDecode(file, 'gb18030');
  return chinese === null ? { ok: false, line: badLine(file, 'gb18030') } : checked(chinese);
}

function checked(text: string | null): Decoded {
  if (text === null) return { ok: false, line: 1 };
  const at = text.search(UNKNOWN);
  return at < 0 ? { ok: true, text } : { ok: false, line: lineOf(text, at) };
}
