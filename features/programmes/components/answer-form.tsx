import { CheckboxField } from '@/components/forms/checkbox-field';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { Section } from '@/components/ui/card';
import { answerSendBackAction } from '../actions/enrolment';
import type { MyBookingDetail } from '../queries/my-bookings';
import { healthNotesConsent } from '../rules/consents';
import { sentBackFieldLabels, sentBackFields } from '../schema/booking';

/** What the desk asked for, and the answer to it. */
export function AnswerForm({ booking, formKey }: { booking: MyBookingDetail; formKey: string }) {
  const asked = sentBackFields.filter((f) => booking.sentBackFields.includes(f));
  const words = asked.map((f) => sentBackFieldLabels[f]).join('、');
  const health = booking.asksHealthNotes && asked.includes('health_notes');
  return (
    <Section title={words ? `要补正：${words}` : '补正'}>
      <Form isPrivate action={answerSendBackAction} idempotencyKey={formKey} aria-label="补正">
        <input type="hidden" name="bookingId" value={booking.id} />
        <TextArea
          name="answer"
          label="补正说明"
          hint="请不要写病情，健康提示填在下面单独一栏。"
          maxLength={300}
        />
        {health && (
          <>
            <TextArea name="healthNotes" label="健康提示" optional maxLength={300} />
            <CheckboxField name="healthConsent" label={healthNotesConsent.body} compact />
          </>
        )}
        <SubmitButton className="mt-4">提交补正</SubmitButton>
      </Form>
    </Section>
  );
}
