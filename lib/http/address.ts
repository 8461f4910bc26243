import { isIPv4, isIPv6 } from 'node:net';

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** All eight groups of an IPv6 address, as numbers. */
function groupsOf(address: string): number[] {
  const [before = '', after] = address.split('::');
  const read = (part: string) => (part === '' ? [] : part.split(':').map((g) => parseInt(g, 16)));
  const [left, right] = [read(before), read(after ?? '')];
  const missing = after === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<number>(Math.max(0, missing)).fill(0), ...right];
}

/**
 * What limits count as one place: an IPv4 address, or the /64 of an IPv6 address, since every home and
 * phone is given that many (RFC 6177, RFC 7934). An IPv4 address written as IPv6 is that IPv4 address.
 * @returns null when it is no address
 */
export function networkOf(address: string | null): string | null {
  const plain = address?.trim().replace(/%.*$/, '') ?? '';
  const inside = mapped.exec(plain)?.[1];
  if (inside && isIPv4(inside)) return inside;
  if (isIPv4(plain)) return plain;
  if (!isIPv6(plain)) return null;
  const hex = plain.includes('.') ? plain.replace(/[\d.]+$/, '0:0') : plain;
  const groups = groupsOf(hex)
    .slice(0, 4)
    .map((group) => group.toString(16));
  return `${groups.join(':')}::/64`;
}
