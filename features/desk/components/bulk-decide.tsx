import type { FormAction } from '@/components/forms/form-state';
import { Notice } from '@/components/ui/notice';
import { joinQuestions, questionLabels } from '@/features/applications/rules/questions';
import { sentBackFieldLabels, sentBackFields } from '@/features/enrolment/schema/booking';
import { DecideForms } from '@/features/review/components/decide-forms';
import { formatCount } from '@/lib/format';
import type { BulkRunView } from '../queries/bulk-run';
import { bulkWords } from '../rules/bulk-words';

interface BulkDecideProps {
  run: BulkRunView;
  back?: string;
  approve: FormAction;
  sendBack: FormAction;
  refuse: FormAction;
  sentences: { readonly sendBack: readonly string[]; readonly reject: readonly string[] };
  note?: string;
}

const fields = {
  applications: joinQuestions.map((value) => ({ value, label: questionLabels[value] })),
  bookings: sentBackFields.map((value) => ({ value, label: sentBackFieldLabels[value] })),
};

/** What will stay behind when all of them are approved, before it is done. */
export function BulkBlocked({ run }: { run: BulkRunView }) {
  if (run.blocked.length === 0) return null;
  const parts = run.blocked.map(({ reason, n }) => `${formatCount(n)} 件${bulkWords[reason]}`);
  return (
    <Notice tone="warning" className="mb-4">
      {`不能一起通过、会留在原处的：${parts.join('；')}。`}
    </Notice>
  );
}

/** The three decisions on a whole selection, each row for itself. */
export function BulkDecide({ run, back, note, sentences, ...actions }: BulkDecideProps) {
  return (
    <DecideForms
      approve={actions.approve}
      sendBack={actions.sendBack}
      reject={actions.refuse}
      values={{ runId: run.id, back }}
      approveLabel={`通过这 ${formatCount(run.total)} 件`}
      fields={fields[run.kind]}
      sentences={sentences}
      reader={run.kind === 'applications' ? '申请人' : '报名人'}
      note={note}
    />
  );
}
