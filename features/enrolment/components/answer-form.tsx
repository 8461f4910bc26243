import type { ReactNode } from 'react';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { Section } from '@/components/ui/card';
import type { MyBookingDetail } from '@/features/bookings/queries/my-bookings';
import { answerSendBackAction } from '../actions';
import { needsWords } from '../rules/answers';
import { sentBackFieldLabels, sentBackFields } from '../schema/booking';
import { HealthField } from './health-field';

interface AnswerFormProps {
  booking: MyBookingDetail;
  formKey: string;
  healthNotes: string;
  /** The fields of 接送人, which the class owns; shown when they were asked for. */
  pickUp: ReactNode;
}

/** The fields the desk named, with what is there, and words where a field cannot say it. */
export function AnswerForm({ booking, formKey, healthNotes, pickUp }: AnswerFormProps) {
  const asked = sentBackFields.filter((f) => booking.sentBackFields.includes(f));
  const words = asked.map((f) => sentBackFieldLabels[f]).join('、');
  const inWords = needsWords(asked);
  return (
    <Section title={words ? `要补正：${words}` : '补正'}>
      <Form isPrivate action={answerSendBackAction} idempotencyKey={formKey} aria-label="补正">
        <input type="hidden" name="bookingId" value={booking.id} />
        <FieldStack>
          {asked.includes('pick_up') && <div>{pickUp}</div>}
          {asked.includes('health_notes') && booking.asksHealthNotes && (
            <HealthField notes={healthNotes} />
          )}
          <TextArea
            name="answer"
            label={inWords ? '补正说明' : '还有要说明的'}
            hint={inWords ? '写明哪里不对、正确的是什么。请不要写病情。' : '请不要写病情。'}
            optional={!inWords}
            rows={inWords ? 4 : 2}
            maxLength={300}
          />
        </FieldStack>
        <SubmitButton className="mt-4">提交补正</SubmitButton>
      </Form>
    </Section>
  );
}
