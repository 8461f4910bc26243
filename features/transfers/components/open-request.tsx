import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { FactList } from '@/components/ui/cell-list';
import { formatFullDay, todayOn } from '@/lib/dates';
import { withdrawRequestAction } from '../actions';
import type { MyTransfer } from '../queries/open-transfer';

/** What the member asked for and nobody has answered: where it lies, and the way to take it back. */
export function OpenRequest({ request: r }: { request: MyTransfer }) {
  return (
    <>
      <FactList
        facts={[
          { label: '办件号', value: r.number },
          { label: '登记', value: formatFullDay(todayOn(r.createdAt)) },
          { label: '在谁那里', value: r.unionName },
          ...(r.talkedOn ? [{ label: '已谈话', value: formatFullDay(r.talkedOn) }] : []),
        ]}
      />
      <Form action={withdrawRequestAction} className="mt-6" aria-label="撤回">
        <input type="hidden" name="requestId" value={r.id} />
        <SubmitButton variant="secondary" pendingText="撤回中…">
          撤回，不办了
        </SubmitButton>
      </Form>
    </>
  );
}
