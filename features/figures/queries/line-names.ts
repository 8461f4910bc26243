import 'server-only';
import { inArray } from 'drizzle-orm';
import { offeringKinds } from '@/db/schema/enums';
import { organisations } from '@/db/schema/organisations';
import { offeringKindLabels } from '@/features/offerings/schema/offering';
import { placeName } from '@/features/organisations/rules/place-name';
import type { Ctx } from '@/lib/ctx';
import { formatMonth } from '@/lib/dates';
import { isUuid } from '@/lib/ids';
import { bandName, type Division } from '../rules/divisions';

export interface NamedKey {
  readonly key: string;
  readonly label: string;
}

async function namesOf(tx: Ctx, by: Division, keys: readonly string[]): Promise<NamedKey[]> {
  const ids = keys.filter(isUuid);
  const rows = ids.length
    ? await tx.db
        .select({
          id: organisations.id,
          name: organisations.shortName,
          sort: organisations.sortKey,
        })
        .from(organisations)
        .where(inArray(organisations.id, ids))
        .orderBy(organisations.sortKey, organisations.id)
    : [];
  const isTown = by === 'place' || by === 'town';
  const named = rows.map(({ id, name }) => ({ key: id, label: isTown ? placeName(name) : name }));
  return keys.includes('none') ? [...named, { key: 'none', label: '区直和行业' }] : named;
}

/** The lines of a table by their keys, in the order people expect: towns and unions as in the tree. */
export async function nameLines(
  tx: Ctx,
  by: Division,
  keys: readonly string[],
  bands: readonly number[],
): Promise<NamedKey[]> {
  if (by === 'kind')
    return offeringKinds
      .filter((kind) => keys.includes(kind))
      .map((kind) => ({ key: kind, label: offeringKindLabels[kind] }));
  if (by === 'month')
    return keys.toSorted().map((month) => ({ key: month, label: formatMonth(month) }));
  if (by !== 'age') return namesOf(tx, by, keys);
  const order = ['child', ...Array.from({ length: bands.length + 1 }, (_, n) => `${n}`), 'unknown'];
  return order
    .filter((key) => keys.includes(key))
    .map((key) => ({ key, label: bandName(key, bands) }));
}
