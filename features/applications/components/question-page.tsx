import type { ReactNode } from 'react';
import { FlowPage } from '@/components/layout/member-page';
import type { JoinForm, Joining } from '../queries/joining';
import { CorrectionNote } from './correction-note';
import { JoiningOver } from './joining-over';

interface QuestionPageProps {
  joining: Joining;
  /** Where 返回 leads when it is not the check page or the case. */
  backHref?: string;
  from?: 'check' | 'transfer';
  /** Gets the draft, or null while nothing has been answered. */
  children: (form: JoinForm | null) => ReactNode;
}

/** A page of the joining flow: the question while it can be answered, else what became of it. */
export function QuestionPage({ joining, backHref = '/join', from, children }: QuestionPageProps) {
  if (joining.kind !== 'filling') return <JoiningOver joining={joining} />;
  const { form } = joining;
  const back =
    form?.status === 'sent_back' ? `/applications/${form.id}` : from ? `/join/${from}` : backHref;
  return (
    <FlowPage backHref={back}>
      <CorrectionNote form={form} />
      {children(form)}
    </FlowPage>
  );
}
