import 'server-only';
import { industryLabel } from '@/features/members/rules/industries';
import { findEmployers } from '@/features/organisations/queries/find-employers';
import {
  listIndustryFederations,
  listOnlineHomes,
} from '@/features/organisations/queries/find-unions';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { employerLeads } from '../rules/employer-leads';
import { currentMembership } from './transfer-target';

/**
 * Where a 会籍 may go to, found as in joining: employers by what was typed, each with its union or the 网上会员之家 of its
 * town; the industries; the 网上会员之家 of every town. `stays` where the 会籍 is there already. Each list in the order of
 * its source.
 */
export async function listTransferChoices(ctx: Ctx, query: string) {
  const personId = ctx.actor.kind === 'account' ? ctx.actor.personId : null;
  const [found, industries, homes, member] = await Promise.all([
    query ? findEmployers(ctx, query) : [],
    listIndustryFederations(ctx),
    listOnlineHomes(ctx),
    personId && read(ctx, (tx) => currentMembership(tx, personId)),
  ]);
  const ownId = member ? member.fromId : null;
  const employers = found.flatMap((employer) => {
    const home = homes.find(({ townId }) => townId === employer.townId);
    const unionId = employer.unionId ?? home?.id;
    if (!unionId) return [];
    const facts = { unionName: employer.unionName, homeName: home?.name ?? '网上会员之家' };
    const stays = unionId === ownId;
    const words = employerLeads({ ...facts, stays });
    return [{ id: employer.id, name: employer.name, unionId, stays, words }];
  });
  return {
    employers,
    industries: industries.map(({ id, name, industry }) => ({
      ...{ id, name },
      label: industryLabel(name, industry),
    })),
    homes: homes.map((home) => ({ ...home, stays: home.id === ownId })),
  };
}

export type TransferChoices = Awaited<ReturnType<typeof listTransferChoices>>;
