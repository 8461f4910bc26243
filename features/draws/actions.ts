'use server';
import { action } from '@/lib/forms/action';
import { changeAllocation } from './commands/change-allocation';
import { decideClaim } from './commands/decide-claim';
import { freezeDraw } from './commands/freeze-draw';
import { answerObjection, fileObjection } from './commands/object';
import { publishSeed } from './commands/publish-seed';
import { runDraw } from './commands/run-draw';
import { commitWitness, revealWitness } from './commands/witness';
import { changeAllocationInput } from './schema/change-allocation';
import {
  answerObjectionInput,
  commitWitnessInput,
  decideClaimInput,
  drawSessionInput,
  fileObjectionInput,
  publishSeedInput,
  revealWitnessInput,
  runDrawInput,
} from './schema/draw';
import { drawWords } from './words';

// Draws: each step once; whoever doubts a result asks, and is answered.
const drawing = {
  as: 'staff',
  words: drawWords,
  redirect: ({ offeringId }: { offeringId: string }) =>
    `/desk/offerings/${offeringId}/draw?done=draw`,
} as const;

export const changeAllocationAction = action(
  'changeAllocation',
  changeAllocationInput,
  changeAllocation,
  drawing,
);
export const freezeDrawAction = action('freezeDraw', drawSessionInput, freezeDraw, drawing);
export const publishSeedAction = action('publishSeed', publishSeedInput, publishSeed, drawing);
export const commitWitnessAction = action(
  'commitWitness',
  commitWitnessInput,
  commitWitness,
  drawing,
);
export const revealWitnessAction = action(
  'revealWitness',
  revealWitnessInput,
  revealWitness,
  drawing,
);
export const runDrawAction = action('runDraw', runDrawInput, runDraw, drawing);
export const decideClaimAction = action('decideClaim', decideClaimInput, decideClaim, drawing);
export const answerObjectionAction = action(
  'answerObjection',
  answerObjectionInput,
  answerObjection,
  drawing,
);
export const fileObjectionAction = action('fileObjection', fileObjectionInput, fileObjection, {
  as: 'member',
  receipt: ['drawId'],
  cold: true,
  words: drawWords,
  redirect: ({ drawId }) => `/draws/${drawId}/objection?done=filed`,
});
