import { z } from 'zod';
import { allocations } from '@/db/schema/enums';
import {
  type AllocationTerms,
  type PriorityTier,
  siblingTerms,
} from '@/features/offerings/schema/allocation';
import {
  optionalDay,
  optionalNumber,
  recordId,
  recordVersion,
  ticked,
  wholeNumber,
} from '@/lib/forms/form-fields';
import { optionalText } from '@/lib/text';

export const tierProofs = ['claim', 'new_form'] as const;
export const tierProofLabels: Record<(typeof tierProofs)[number], string> = {
  claim: '本人勾选，干部核对证明',
  new_form: '新就业形态会员，系统判断',
};

/** Rows of the form; a longer list of priorities is nobody's to explain. */
export const TIER_ROWS = [1, 2, 3, 4, 5] as const;

const label = optionalText({ max: 20 });
const proof = z.enum(tierProofs).default('claim');
const points = optionalNumber(1, 100);

const fields = z.strictObject({
  offeringId: recordId,
  version: recordVersion,
  allocation: z.enum(allocations, { error: '请选一种' }),
  equalMinutes: optionalNumber(1, 1440),
  seed: z.enum(['lottery', 'witnesses']).default('lottery'),
  seedOn: optionalDay,
  graceDays: wholeNumber(1, 10).default(3),
  publicDays: wholeNumber(0, 30).default(7),
  losersAgain: ticked,
  siblings: z.enum(siblingTerms).default('none'),
  tier1: label,
  tier2: label,
  tier3: label,
  tier4: label,
  tier5: label,
  proof1: proof,
  proof2: proof,
  proof3: proof,
  proof4: proof,
  proof5: proof,
  points1: points,
  points2: points,
  points3: points,
  points4: points,
  points5: points,
});

const noCriteria = { newFormOnly: false, occupations: [], organisationIds: [] };

/** A key that stays with the label, so that a claim made before is still known by it. */
const keyOf = (at: number) => `tier${at + 1}`;

function tiersIn(f: z.output<typeof fields>): PriorityTier[] {
  return TIER_ROWS.flatMap((row) => {
    const text = f[`tier${row}`];
    return text ? [{ text, proof: f[`proof${row}`], points: f[`points${row}`] }] : [];
  }).map(({ text, proof: by, points: count }, at) => ({
    key: keyOf(at),
    label: text,
    claim: by === 'claim',
    criteria: { ...noCriteria, newFormOnly: by === 'new_form' },
    points: f.allocation === 'priority' ? count : undefined,
  }));
}

/** How places are given out, as the form sends it and the terms hold it. */
export const changeAllocationInput = fields.transform((f) => {
  const terms: Omit<AllocationTerms, 'waitlist'> = {
    equalMinutes: f.allocation === 'first_come' ? f.equalMinutes : undefined,
    draw: {
      seed: f.seed,
      seedOn: f.seedOn ?? undefined,
      graceDays: f.graceDays,
      publicDays: f.publicDays,
      losersAgain: f.losersAgain,
    },
    tiers: f.allocation === 'priority' || f.allocation === 'draw' ? tiersIn(f) : [],
    siblings: f.siblings,
  };
  return { offeringId: f.offeringId, version: f.version, allocation: f.allocation, terms };
});
export type ChangeAllocationInput = z.output<typeof changeAllocationInput>;
