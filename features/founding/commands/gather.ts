import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { ballotErrors, isOnCommittee } from '../rules/assembly';
import { hasSurplus, leastCandidates, parseSizes, seatsFor } from '../rules/committee';
import { refuseForm } from '../rules/form';
import type { ConvokeInput, CountMembersInput, ReportCandidatesInput } from '../schema/founding';
import { committeeBar, committeeSizes, delegatesBar, surplusPercent } from '../settings';
import { takeStep } from './take-step';

/**
 * 发展会员: how many members each employer has, women among them. It is members that count, not staff.
 * Refuses `incomplete` where an employer's number is missing; `too_many_women`; `committee_needed`,
 * `several_needed`, `one_only` and `nobody` where so many cannot found this form (工会法 11).
 */
export const countMembers = (ctx: Ctx, { members: byFirm, women, ...seen }: CountMembersInput) =>
  takeStep(ctx, 'members', seen, async (tx, { firms, form, kind }) => {
    const { bar } = await readSettings(tx, { bar: committeeBar });
    const counts = firms.map(({ id }) => byFirm[id]);
    const known = counts.filter((n) => n !== undefined);
    if (known.length < firms.length || Object.keys(byFirm).length !== firms.length)
      return refuse('incomplete');
    const total = known.reduce((sum, n) => sum + n, 0);
    if (women > total)
      return refuse('too_many_women', { fieldErrors: { women: `不能多于会员 ${total} 人` } });
    // A union that stands goes on as it is, however its firms have grown.
    const why = kind === 'founding' ? refuseForm(form, known, bar) : total === 0 ? 'nobody' : null;
    return why ? refuse(why, { detail: { bar } }) : { byFirm, total, women };
  });

/**
 * 候选人报审: the candidates as they stand now are frozen for the assembly.
 * Refuses `bad_seats` beside its field; `no_chair_candidate`; `too_few_candidates` with the least number.
 */
export const reportCandidates = (ctx: Ctx, { seats, ...paper }: ReportCandidatesInput) =>
  takeStep(ctx, 'candidates', paper, async (tx, { candidates, facts, form }) => {
    const asked = await readSettings(tx, { sizes: committeeSizes, percent: surplusPercent });
    const range = seatsFor(facts.members?.total ?? 0, parseSizes(asked.sizes) ?? [], form);
    if (seats < range.least || seats > range.most) {
      const words = `会员 ${facts.members?.total} 人，应是 ${range.least}–${range.most} 人`;
      return refuse('bad_seats', { fieldErrors: { seats: words } });
    }
    const live = candidates.filter(({ withdrawnReason }) => withdrawnReason === null);
    const committee = live.filter(isOnCommittee);
    if (!committee.some(({ post }) => post === 'chair')) return refuse('no_chair_candidate');
    if (!hasSurplus(committee.length, seats, asked.percent)) {
      const least = leastCandidates(seats, asked.percent);
      return refuse('too_few_candidates', { detail: { least, have: committee.length } });
    }
    return { seats, ids: live.map(({ id }) => id) };
  });

/**
 * 大会: who was due and present, the ballots, the votes of each candidate. Who is elected follows from them.
 * Refuses `bad_ballot` with words for what does not add up: no quorum, more ballots back than out, a candidate
 * without votes or with more than there are, more votes for the committee than ballots times seats.
 */
export const convokeAssembly = (ctx: Ctx, { votes, kind, ...rest }: ConvokeInput) =>
  takeStep(ctx, 'assembly', rest, async (tx, { facts, candidates }) => {
    const { bar } = await readSettings(tx, { bar: delegatesBar });
    const { due, present, issued, returned, valid } = rest;
    const ballot = { due, present, issued, returned, valid };
    const members = facts.members?.total ?? 0;
    const errors = ballotErrors(ballot, { members, byDelegates: kind === 'delegates', bar });
    for (const id of facts.candidates?.ids ?? []) {
      const got = votes[id];
      if (got === undefined) errors[`votes_${id}`] = '请填得票';
      else if (got > valid) errors[`votes_${id}`] = '得票不能多于有效票';
    }
    const seats = facts.candidates?.seats ?? 0;
    const cast = candidates
      .filter((one) => isOnCommittee(one))
      .reduce((sum, { id }) => sum + (votes[id] ?? 0), 0);
    if (cast > valid * seats)
      errors.valid ??= `委员会候选人得票合计 ${cast}，多于有效票 ${valid} × 应选 ${seats} 人`;
    const known = Object.keys(votes).every((id) => facts.candidates?.ids.includes(id));
    if (!known || Object.keys(errors).length > 0)
      return refuse('bad_ballot', { fieldErrors: errors });
    return { kind, ...ballot, votes };
  });
