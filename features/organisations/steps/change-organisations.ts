import 'server-only';
import { inArray, sql } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import { readName } from '@/lib/china/pinyin';
import type { Ctx } from '@/lib/ctx';
import { type OrganisationKind, sortKeyOf } from '../rules/kinds';

/** What a list may change of an organisation, as it is to stand; kind and area code are those it has. */
export interface OrganisationChange {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly areaCode: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly uscc: string | null;
  readonly foundedOn: string | null;
  readonly address: string | null;
  readonly phone: string | null;
}

/** Writes these facts of organisations that the caller has locked, in one statement; the caller audits it. */
export async function changeOrganisations(
  tx: Ctx,
  rows: readonly OrganisationChange[],
): Promise<void> {
  if (rows.length === 0) return;
  const given = rows.map((row) => ({
    ...row,
    sortKey: sortKeyOf(row.kind, row.areaCode, readName(row.name).sortKey),
  }));
  await tx.db.execute(sql`
    update organisations o set name = r.name, short_name = r."shortName", sort_key = r."sortKey", uscc = r.uscc,
      founded_on = r."foundedOn", address = r.address, phone = r.phone, version = o.version + 1
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as r(id uuid, name text, "shortName" text,
      "sortKey" text, uscc text, "foundedOn" date, address text, phone text)
    where o.id = r.id`);
}

/** Deletes organisations that were made by mistake and to which nothing points; the caller has looked, and audits it. */
export async function removeOrganisations(tx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.db.delete(organisations).where(inArray(organisations.id, [...ids]));
}
