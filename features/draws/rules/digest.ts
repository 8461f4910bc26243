const bytes = (text: string) => new TextEncoder().encode(text);

const hex = (buffer: ArrayBuffer) =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 by WebCrypto, so that server, worker and phone run the same line. */
export const sha256 = async (text: string): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', bytes(text)));

/** HMAC-SHA256 of many messages under one key, in their order, in hex. */
export async function hmacs(key: string, messages: readonly string[]): Promise<string[]> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', bytes(key), algorithm, false, ['sign']);
  return Promise.all(
    messages.map(async (message) =>
      hex(await crypto.subtle.sign('HMAC', imported, bytes(message))),
    ),
  );
}

/**
 * What stands for a person in the published list: the first half of SHA-256(number:salt). Without the
 * salt, which only its owner is shown, no booking number can be matched to a line.
 */
export const digestOf = async (bookingNumber: string, salt: string): Promise<string> =>
  (await sha256(`${bookingNumber}:${salt}`)).slice(0, 32);
