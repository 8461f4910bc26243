import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { refuseElection } from '../rules/assembly';
import { parseSizes, seatsFor } from '../rules/committee';
import type { AbandonInput, PaperInput } from '../schema/founding';
import { committeeSizes } from '../settings';
import { releaseEmployers } from '../steps/append-action';
import { deregister } from './finish-affair';
import { takeStep } from './take-step';

const nothing = async () => ({});

/** 申请: the request for a preparing group went out, with its number and day. */
export const applyForFounding = (ctx: Ctx, input: PaperInput) =>
  takeStep(ctx, 'applied', input, nothing);

/** 筹备批复: the level above agreed that the union is prepared; its paper's number and day. */
export const approvePreparation = (ctx: Ctx, input: PaperInput) =>
  takeStep(ctx, 'approved', input, nothing);

/**
 * 结果报批: the report of the election went out.
 * Refuses `no_chair`, `too_few` and `tied` for a result that makes no committee.
 */
export const reportResults = (ctx: Ctx, input: PaperInput) =>
  takeStep(ctx, 'results', input, async (tx, { facts, candidates, form }) => {
    const { assembly, members, candidates: reported } = facts;
    if (!assembly || !members || !reported) return refuse('no_chair');
    const { sizes } = await readSettings(tx, { sizes: committeeSizes });
    const { least } = seatsFor(members.total, parseSizes(sizes) ?? [], form);
    const { votes, due } = assembly;
    const why = refuseElection(candidates, votes, { due, least, seats: reported.seats });
    return why ? refuse(why) : {};
  });

/** 法人登记: the registrar has taken the form; its number and day. Of 注销登记, the certificate and the offices end. */
export const registerUnion = (ctx: Ctx, input: PaperInput) =>
  takeStep(ctx, 'registered', input, async (tx, { kind, organisationId }) => {
    if (kind === 'dissolution' && organisationId)
      await deregister(tx, organisationId, input.doneOn);
    return {};
  });

/** 终止: the founding comes to nothing; its employers may begin another. */
export const abandonFounding = (ctx: Ctx, { reason, ...seen }: AbandonInput) =>
  takeStep(ctx, 'abandoned', { ...seen, doneOn: todayOn(ctx.now) }, async (tx, { id }) => {
    await releaseEmployers(tx, id);
    return { reason };
  });
