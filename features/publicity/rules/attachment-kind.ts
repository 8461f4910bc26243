const begins = (bytes: Uint8Array, text: string) =>
  [...text].every((letter, at) => bytes[at] === letter.charCodeAt(0));

/** Names of the parts of a PDF that do something when it is opened (ISO 32000-1, 12.6.4 and 7.11.4). */
const active = /\/(JavaScript|JS|Launch|EmbeddedFile|EmbeddedFiles|RichMedia|XFA)\b/;

/** Whether a file begins as a PDF does, whatever its name says. */
export const isPdf = (bytes: Uint8Array): boolean => begins(bytes, '%PDF-');

/** Any letter of a name may be written as its number: /J#53 is /JS (ISO 32000-1, 7.3.5). */
const spelled = (text: string) =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

/**
 * Whether a PDF says of itself that it runs or carries something. What is packed inside it is not opened: the
 * file is only ever handed out to be saved. Source: security.md §1.9, ISO 32000-1.
 */
export const isActivePdf = (bytes: Uint8Array): boolean => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return active.test(spelled(text));
};
