import 'server-only';
import { findEmployer } from '@/features/organisations/queries/find-employers';
import { findOnlineHome } from '@/features/organisations/queries/find-unions';
import { findOrganisation } from '@/features/organisations/queries/organisations';
import type { Ctx } from '@/lib/ctx';
import { refuse } from '@/lib/result';
import { unionOfEmployer } from '../rules/routing';
import type { EmployerInput, IndustryInput, TownInput } from '../schema/joining';
import { saveAnswer } from './save-answer';

/**
 * Saves the employer, and with it the union: its own, else the 网上会员之家 of its town.
 * Refuses `unknown_employer` for one that is not listed; `no_union_there` when neither it nor its
 * town has one that takes members.
 */
export const saveEmployer = (ctx: Ctx, input: EmployerInput) =>
  saveAnswer(ctx, ['workplace'], async (tx) => {
    const employer = await findEmployer(tx, input.employerId);
    if (!employer) {
      return refuse('unknown_employer', { fieldErrors: { employerId: '请重新查找您的单位' } });
    }
    const home = employer.townId ? await findOnlineHome(tx, employer.townId) : null;
    const union = unionOfEmployer(employer, home?.id ?? null);
    if (!union) return refuse('no_union_there');
    return {
      ...union,
      employerId: employer.id,
      employerName: employer.name,
      townId: employer.townId,
    };
  });

/**
 * Saves the town of someone without a fixed employer, or whose employer is not listed.
 * Refuses `no_union_there` for a town without an open 网上会员之家.
 */
export const saveTown = (ctx: Ctx, input: TownInput) =>
  saveAnswer(ctx, ['workplace'], async (tx) => {
    const home = await findOnlineHome(tx, input.townId);
    if (!home) return refuse('no_union_there', { fieldErrors: { townId: '请选择其他镇或街道' } });
    return {
      route: 'town' as const,
      organisationId: home.id,
      townId: input.townId,
      employerId: null,
      employerName: input.employerName,
    };
  });

/**
 * Saves the 行业工会联合会 that takes a worker of 新就业形态 without an employer's union.
 * Refuses `no_union_there` for anything but an open 行业工会联合会.
 */
export const saveIndustry = (ctx: Ctx, input: IndustryInput) =>
  saveAnswer(ctx, ['workplace'], async (tx) => {
    const union = await findOrganisation(tx, input.organisationId);
    if (union?.kind !== 'industry_federation' || union.closedAt !== null) {
      return refuse('no_union_there', { fieldErrors: { organisationId: '请重新选择行业' } });
    }
    return {
      route: 'industry' as const,
      organisationId: union.id,
      townId: union.townId,
      employerId: null,
      employerName: input.employerName,
    };
  });
