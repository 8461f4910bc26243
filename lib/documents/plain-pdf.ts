import { inflateSync } from 'node:zlib';

/** The most that the packed objects of a file may unpack to, in bytes: more is no scan. */
const UNPACKED_MOST = 32 * 1_048_576;

/** What a scan never needs: scripts, programs, files inside, forms that send (ISO 32000-1 §7.11, §12.6). */
const active =
  /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|Filespec|RichMedia|XFA|SubmitForm|ImportData|GoToE|GoToR|Rendition|Movie|Sound)(?![A-Za-z0-9])/;
/** Long enough never to stand in a picture by chance: looked for in the whole file. */
const activeAnywhere = /\/(?:JavaScript|EmbeddedFile|RichMedia|SubmitForm|ImportData)/;

export type PdfRefusal = 'not_a_pdf' | 'encrypted' | 'active' | 'unreadable';

/** Whether bytes say that they are a PDF. */
export const saysPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';

/** A name may be written in hexadecimal: #4aavaScript. */
const plainNames = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );

const streams = /<<((?:(?!stream|endobj)[\s\S])*?)>>\s*stream\r?\n/g;

/** The objects that are packed into streams, unpacked; null where one cannot be read, or is too much. */
function packedObjects(file: string): string[] | null {
  const unpacked: string[] = [];
  let left = UNPACKED_MOST;
  for (const found of file.matchAll(streams)) {
    const head = plainNames(found[1] ?? '');
    if (!/\/ObjStm(?![A-Za-z])/.test(head)) continue;
    const from = found.index + found[0].length;
    const to = file.indexOf('endstream', from);
    if (to < 0 || !/\/FlateDecode/.test(head) || /\/Filter\s*\[[^\]]*\/\w+\s*\/\w+/.test(head))
      return null;
    try {
      const bytes = Buffer.from(file.slice(from, to), 'latin1');
      const text = inflateSync(bytes, { maxOutputLength: left }).toString('latin1');
      left -= text.length;
      unpacked.push(text);
    } catch {
      return null;
    }
    if (left <= 0) return null;
  }
  return unpacked;
}

/**
 * Why a PDF is not taken as a scan: it is none, is locked, can do something, or hides what it holds. Null for one that
 * is only pages. Read from its bytes, never by its name or what the browser says of it.
 */
export function refusePdf(bytes: Uint8Array): PdfRefusal | null {
  const file = Buffer.from(bytes).toString('latin1');
  if (!/^%PDF-[12]\.\d/.test(file) || !file.slice(-2048).includes('%%EOF')) return 'not_a_pdf';
  // The pixels of a picture may spell anything: only what lies outside of them is read.
  const outside = plainNames(file.replace(/stream\r?\n[\s\S]*?endstream/g, ' '));
  if (/\/Encrypt(?![A-Za-z])/.test(outside)) return 'encrypted';
  if (active.test(outside) || activeAnywhere.test(plainNames(file))) return 'active';
  const packed = packedObjects(file);
  if (packed === null) return 'unreadable';
  return packed.some((text) => active.test(plainNames(text))) ? 'active' : null;
}
