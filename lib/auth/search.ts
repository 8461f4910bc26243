import 'server-only';
import { accountOf } from '@/lib/actor';
import { openField, SealBroken, sealField } from '../crypto/field';
import { searchedWords } from '../crypto/indexes';
import type { Ctx } from '../ctx';
import { mayBeRead, SEAL, type WrittenField, writtenFields } from '../search';
import { searchWords } from '../text';

/** A day at the desk: as long as going back to a search is of use. */
const LIFETIME_MS = 12 * 3600_000;

const placeOf = ({ actor, client }: Ctx) =>
  searchedWords(accountOf(actor) ?? client?.browser ?? '');

/** Words as an address may carry them: readable by us alone, for who typed them, for a day. */
export function sealWords(ctx: Ctx, words: string): string {
  const until = ctx.now.getTime() + LIFETIME_MS;
  const sealed = sealField(JSON.stringify({ words, until }), placeOf(ctx));
  return SEAL + sealed.replaceAll('|', '.');
}

function openWords(ctx: Ctx, token: string): string | null {
  try {
    const sealed = token.slice(SEAL.length).replaceAll('.', '|');
    const { words, until } = JSON.parse(openField(sealed, placeOf(ctx)));
    const left = until - ctx.now.getTime();
    // The clocks of two processes may differ a little.
    return left > 0 && left <= 2 * LIFETIME_MS ? words : null;
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}

interface Opened<F> {
  /** For addresses: what was sealed stays sealed. */
  readonly filter: F;
  /** For queries and fields: the words themselves. */
  readonly wanted: F;
  /** Too old, or somebody else's: the page asks to type again. */
  readonly lost: boolean;
}

/** What a list is asked for, from what its address says. The one reader of searches in addresses. */
export function openSearch<F extends Partial<Record<WrittenField, string | undefined>>>(
  ctx: Ctx,
  asked: F,
): Opened<F> {
  const opened = { filter: { ...asked }, wanted: { ...asked }, lost: false };
  for (const name of writtenFields) {
    const token = asked[name];
    if (!token?.startsWith(SEAL)) continue;
    const words = openWords(ctx, token);
    if (words === null)
      Object.assign(opened, { lost: true, filter: { ...opened.filter, [name]: '' } });
    Object.assign(opened.wanted, { [name]: words ?? '' });
  }
  return opened;
}

/** The address of a list that was asked by a form: what a person wrote sealed, the rest as it was sent. */
export function searchAddress(
  ctx: Ctx,
  path: string,
  sent: Readonly<Record<string, string>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(sent)) {
    const isWritten = writtenFields.some((field) => field === name);
    const words = isWritten ? searchWords.parse(value) : value;
    if (words === '') continue;
    query.set(name, !isWritten || mayBeRead(path, words) ? words : sealWords(ctx, words));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}
