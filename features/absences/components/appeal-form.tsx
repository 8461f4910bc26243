import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { appealAbsenceAction } from '../actions';

/** One question: why nobody came. */
export function AppealForm({
  bookingId,
  idempotencyKey,
}: {
  bookingId: string;
  idempotencyKey: string;
}) {
  return (
    <Form isPrivate action={appealAbsenceAction} idempotencyKey={idempotencyKey} className="mt-6">
      <input type="hidden" name="bookingId" value={bookingId} />
      <TextArea
        name="reason"
        label="为什么没能来"
        hint="写清原因就行，不用写病情和诊断。只有组织单位能看到"
        maxLength={300}
        rows={5}
      />
      <div className="mt-6">
        <SubmitButton pendingText="提交中…">提交申诉</SubmitButton>
      </div>
    </Form>
  );
}
