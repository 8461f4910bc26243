import { randomBytes } from 'node:crypto';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

let lastMs = 0;
let counter = 0;

// Within one millisecond a counter keeps the order; when it is used up, borrow the next millisecond.
function nextTick(now: number): void {
  if (now > lastMs) {
    lastMs = now;
    counter = randomBytes(2).readUInt16BE() & 0x7ff;
  } else if (counter < 0xfff) {
    counter += 1;
  } else {
    lastMs += 1;
    counter = 0;
  }
}

/** A UUID version 7 (RFC 9562): ordered by time within this process, random for the rest. */
export function newId(now: number = Date.now()): string {
  nextTick(now);
  const bytes = randomBytes(16);
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Whether an address or a form carries an id at all; anything else finds nothing. */
export function isUuid(text: string): boolean {
  return text.length === 36 && UUID.test(text);
}
