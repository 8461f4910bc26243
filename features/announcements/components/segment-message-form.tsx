import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { newId } from '@/lib/ids';
import { draftSegmentMessageAction } from '../actions';
import { MessageWords } from './message-form';

interface FormProps {
  segmentId: string;
  /** Organisations it may be written from; its members and those below get it. */
  senders: readonly { id: string; name: string }[];
  text: string;
}

/** A message to the members of a 人群; nothing leaves before the next page. */
export function SegmentMessageForm({ segmentId, senders, text }: FormProps) {
  const [only] = senders;
  return (
    <Form action={draftSegmentMessageAction} idempotencyKey={newId()} aria-label="写消息">
      <input type="hidden" name="segmentId" value={segmentId} />
      <FieldStack>
        {only && senders.length === 1 ? (
          <input type="hidden" name="organisationId" value={only.id} />
        ) : (
          <SelectField
            name="organisationId"
            label="以哪个单位的名义"
            hint="发给这个单位和下级工会里符合条件的会员"
            options={senders.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <MessageWords kind={null} audience="segment" text={text} />
        <SubmitButton block={false} pendingText="正在数人…">
          看一遍再发
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}
