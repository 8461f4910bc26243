import type { FormAction } from '@/components/forms/form-state';
import { BookingPane } from '@/features/enrolment/components/desk-pane';
import { BookingAnswers } from '@/features/questions/components/booking-answers';
import { ApplicationPane } from '@/features/review/components/application-pane';
import type { Ctx } from '@/lib/ctx';
import { findCaseTools } from '../queries/case-tools';
import { readSentences } from '../queries/reasons';
import { idOfRef, kindOfRef } from '../rules/case-ref';
import { CaseNotes, CaseTurn } from './case-tools';

interface OpenCaseProps {
  ctx: Ctx;
  caseRef: string;
  /** The list's address, and the page it is without a case open. */
  back: string;
  listHref: string;
  next?: string;
  reveal: FormAction;
}

/** The right side of the inbox: the case, whose turn it is, and what officers wrote about it. */
export async function OpenCase({ ctx, caseRef, reveal, ...onward }: OpenCaseProps) {
  const kind = kindOfRef(caseRef);
  const [tools, sentences] = await Promise.all([
    findCaseTools(ctx, caseRef),
    readSentences(ctx, kind),
  ]);
  const among = tools && {
    above: <CaseTurn key={caseRef} tools={tools} back={onward.back} />,
    below: <CaseNotes key={caseRef} tools={tools} back={onward.back} />,
  };
  const id = idOfRef(caseRef);
  const given = { ctx, id, sentences, ...onward, ...among };
  if (kind === 'applications') return <ApplicationPane {...given} />;
  const answers = <BookingAnswers ctx={ctx} id={id} />;
  return <BookingPane {...given} reveal={reveal} answers={answers} />;
}
