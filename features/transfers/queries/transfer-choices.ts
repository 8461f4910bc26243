import 'server-only';
import { industryLabel } from '@/features/members/rules/industries';
import { findEmployers } from '@/features/organisations/queries/find-employers';
import {
  listIndustryFederations,
  listOnlineHomes,
} from '@/features/organisations/queries/find-unions';
import type { Ctx } from '@/lib/ctx';

/**
 * Where a 会籍 may go to, found as in joining: employers by what was typed, each with its union or the 网上会员之家 of its
 * town; the industries; the 网上会员之家 of every town. Each list in the order of its source.
 */
export async function listTransferChoices(ctx: Ctx, query: string) {
  const [found, industries, homes] = await Promise.all([
    query ? findEmployers(ctx, query) : [],
    listIndustryFederations(ctx),
    listOnlineHomes(ctx),
  ]);
  const employers = found.flatMap((employer) => {
    const home = homes.find(({ townId }) => townId === employer.townId);
    const unionId = employer.unionId ?? home?.id;
    if (!unionId) return [];
    const words = employer.unionName
      ? `转到${employer.unionName}`
      : `还没有工会，先转到${home?.name ?? '网上会员之家'}`;
    return [{ id: employer.id, name: employer.name, unionId, words }];
  });
  return {
    employers,
    industries: industries.map(({ id, name, industry }) => ({
      ...{ id, name },
      label: industryLabel(name, industry),
    })),
    homes,
  };
}

export type TransferChoices = Awaited<ReturnType<typeof listTransferChoices>>;
