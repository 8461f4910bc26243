import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { markReadAction } from '../actions';

/** 全部已读, shown while something is unread. */
export function MarkAllRead() {
  return (
    <Form action={markReadAction} aria-label="全部已读">
      <SubmitButton variant="secondary" small block={false} pendingText="处理中…">
        全部已读
      </SubmitButton>
    </Form>
  );
}
