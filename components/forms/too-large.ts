/** Bytes that the server takes at once (scripts/server/guard.ts), less the envelope of a form. */
const MOST = 1_000_000;
/** The same on the pages where files are asked for. */
export const MOST_WITH_FILES = 11_400_000;

const bytesOf = (value: FormDataEntryValue): number =>
  typeof value === 'string' ? new TextEncoder().encode(value).length : value.size;

const megabytes = (bytes: number) => `${Number((bytes / 1_048_576).toFixed(1))} MB`;

/**
 * What of a form is too much to be sent: said beside its field before anything leaves, because a body
 * that the server does not read cannot bring back what was typed.
 * @returns the largest field and its words, or null when all of it may go
 */
export function tooLarge(
  entries: Iterable<readonly [string, FormDataEntryValue]>,
  most: number = MOST,
): { field: string; words: string } | null {
  let total = 0;
  let largest: { field: string; bytes: number; file: boolean } | null = null;
  for (const [field, value] of entries) {
    const bytes = bytesOf(value);
    total += bytes;
    if (!largest || bytes > largest.bytes)
      largest = { field, bytes, file: typeof value !== 'string' };
  }
  if (!largest || total <= most) return null;
  const { field, bytes, file } = largest;
  const words = file
    ? `文件 ${megabytes(bytes)}，一次最多 ${Math.round(most / 1_048_576)} MB，请换一个小的`
    : `内容太长，一次最多 ${Math.round(most / 1_048_576)} MB，请分几次提交`;
  return { field, words };
}
