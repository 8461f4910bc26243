import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import { readName } from '@/lib/china/pinyin';
import type { Ctx } from '@/lib/ctx';
import { sortKeyOf } from '../rules/kinds';
import { lockOrganisation } from './place';

/** Writes a name or an address that was registered anew; the caller audits it. Nothing for an unknown id. */
export async function setUnionFacts(
  tx: Ctx,
  organisationId: string,
  { name, address }: { name?: string; address?: string },
): Promise<void> {
  const union = await lockOrganisation(tx, organisationId);
  if (!union) return;
  const { kind, areaCode, shortName, name: old } = union;
  const renamed = name && {
    ...{ name, shortName: shortName === old ? name : shortName },
    sortKey: sortKeyOf(kind, areaCode, readName(name).sortKey),
  };
  await tx.db
    .update(organisations)
    .set({ ...renamed, ...(address && { address }), version: sql`${organisations.version} + 1` })
    .where(eq(organisations.id, organisationId));
}
