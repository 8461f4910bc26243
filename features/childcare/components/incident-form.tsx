import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { formatTime } from '@/lib/dates';
import { newId } from '@/lib/ids';
import type { IncidentLog } from '../queries/incidents';

interface IncidentFormProps {
  log: IncidentLog;
  action: FormAction;
  /** The line that this one corrects. */
  corrects?: string | undefined;
}

/** Time, what, what was done, whom was told. It cannot be changed afterwards, only corrected. */
export function IncidentForm({ log, action, corrects }: IncidentFormProps) {
  const earlier = log.incidents.find(({ line }) => line.id === corrects)?.line;
  return (
    <Form isPrivate action={action} idempotencyKey={newId()}>
      <input type="hidden" name="sessionId" value={log.sessionId} />
      <input type="hidden" name="corrects" value={earlier?.id ?? ''} />
      <FieldStack>
        {earlier ? (
          <input type="hidden" name="bookingId" value={earlier.bookingId ?? ''} />
        ) : (
          <SelectField
            name="bookingId"
            label="哪个孩子"
            options={[
              { value: '', label: '全班' },
              ...log.children.map((child) => ({ value: child.bookingId, label: child.name })),
            ]}
          />
        )}
        <DateField name="on" label="日期" defaultValue={log.today} max={log.today} />
        <DateField kind="time" name="time" label="时间" defaultValue={formatTime(log.now)} />
        <TextArea name="what" label="发生了什么" maxLength={300} />
        <TextArea name="action" label="怎样处理" maxLength={300} />
        <TextField name="told" label="当场告诉了谁" optional maxLength={60} />
        <SubmitButton>{earlier ? '记下更正' : '记下，并告诉家长'}</SubmitButton>
      </FieldStack>
    </Form>
  );
}
