import type { Ctx } from '@/lib/ctx';
import { revealAnswersAction } from '../actions';
import { getCaseAnswers } from '../queries/case-answers';
import { CaseAnswersPanel } from './desk-answers';

/** The answers of a booking inside its case on the desk; nothing when the offering asks nothing. */
export async function BookingAnswers({ ctx, id }: { ctx: Ctx; id: string }) {
  return <CaseAnswersPanel answers={await getCaseAnswers(ctx, id)} reveal={revealAnswersAction} />;
}
