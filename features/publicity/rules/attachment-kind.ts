const begins = (bytes: Uint8Array, text: string) =>
  [...text].every((letter, at) => bytes[at] === letter.charCodeAt(0));

/** Names of the parts of a PDF that do something when it is opened (ISO 32000-1, 12.6.4 and 7.11.4). */
const active = /\/(JavaScript|JS|Launch|EmbeddedFile|EmbeddedFiles|RichMedia|XFA)\b/;

/** Whether a file begins as a PDF does, whatever its name says. */
export const isPdf = (bytes: Uint8Array): boolean => begins(bytes, '%PDF-');

/**
 * Whether a PDF says of itself that it runs or carries something. What is packed inside it is not opened: the
 * file is only ever handed out to be saved. Source: security.md §1.9, ISO 32000-1.
 */
export const isActivePdf = (bytes: Uint8Array): boolean =>
  active.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
