import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { termOf } from '@/features/members/rules/search-terms';
import { parseIdentityDocument } from '@/lib/china/id/parse';
import { identityDocumentTypes } from '@/lib/china/id/types';
import { queryGrams } from '@/lib/china/name-grams';
import { blindIndexQueue } from '@/lib/crypto/blind-index';

const list = (values: readonly string[]): string => `{${values.map((v) => `"${v}"`).join(',')}}`;
const nothing = sql`false`;

/** Every way the number could have been indexed: each kind of document it may be, each key in use. */
function documentIndexes(raw: string, today: string): string[] {
  return identityDocumentTypes.flatMap((type) => {
    const read = parseIdentityDocument(type, raw, today);
    return read.ok ? blindIndexQueue(`document|${type}`, read.normalised) : [];
  });
}

/** GIN answers nothing under row-level security, so names are found by a function that gives ids. */
const named = (kind: string, grams: readonly string[], reading: string) =>
  sql`a.id in (select find_named(${kind}, ${list(grams)}::text[], ${reading}))`;

/**
 * The WHERE condition of a search over applications or bookings (alias `a`), and whether it was by
 * document number, which is put on record. Null when nothing was asked.
 */
export function searchCondition(
  entity: 'application' | 'booking',
  typed: string,
  today: string,
): { where: SQL; byDocument: boolean } | null {
  const term = termOf(typed);
  const of = (where: SQL, byDocument = false) => ({ where, byDocument });
  switch (term.kind) {
    case 'none':
      return null;
    case 'number':
      return of(sql`a.number = ${term.number}`);
    case 'phone_tail':
      return of(sql`a.phone_tail = ${term.tail}`);
    case 'phone': {
      const indexes = list(blindIndexQueue('phone', term.phone));
      return of(sql`a.phone_tail = ${term.phone.slice(-4)} and exists (select 1 from accounts c
        where c.id = a.account_id and c.phone_index = any (${indexes}::text[]))`);
    }
    case 'document': {
      const indexes = list(documentIndexes(term.raw, today));
      if (entity === 'application') return of(sql`a.id_index = any (${indexes}::text[])`, true);
      // Whoever it is for, or made it, may belong to a union out of this officer's sight.
      const ids = sql`(select find_by_document(${indexes}::text[]))`;
      return of(sql`(a.attendee_id in ${ids} or a.account_id in ${ids})`, true);
    }
    case 'reading':
      return of(named(entity, [], term.reading));
    case 'name': {
      const grams = queryGrams(term.name).filter((gram) => !/["\\]/.test(gram));
      return of(grams.length > 0 ? named(entity, grams, '') : nothing);
    }
  }
}
