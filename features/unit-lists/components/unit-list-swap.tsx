import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { PhoneField } from '@/components/forms/phone-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { isForChildren } from '@/features/bookings/rules/attendee';
import type { UnitList } from '../queries/unit-list';

interface SwapProps {
  list: UnitList;
  /** The line whose person does not go. */
  rowNo: number;
  action: FormAction;
  idempotencyKey: string;
}

/** Who goes instead of one person of a handed-in list; asked for on the list's own page. */
export function SwapForm({ list, rowNo, action, idempotencyKey }: SwapProps) {
  const line = list.lines.find((one) => one.rowNo === rowNo);
  if (!line?.acts) return <Notice tone="warning">第 {rowNo} 行现在不能换人。</Notice>;
  const answered = line.booking === 'booked' || line.booking === 'pending';
  return (
    <section id="swap" aria-label="换人" className="rounded-card border border-line bg-surface p-4">
      <h2 className="mb-1 text-h3">
        第 {rowNo} 行：换下 {line.name}
      </h2>
      <p className="mb-4 text-ink-2">
        {answered && '本人已经确认要去，请先和他说好。'}
        {line.booking === 'waitlisted' ? '候补的位置' : '名额'}
        给换上的人，由他本人确认；换下的人会收到通知和原因。
      </p>
      <Form action={action} idempotencyKey={idempotencyKey} aria-label="换人">
        <input type="hidden" name="listId" value={list.id} />
        <input type="hidden" name="rowNo" value={rowNo} />
        <input type="hidden" name="version" value={line.acts.version} />
        <div className="flex max-w-form flex-col gap-4">
          <TextField name="name" label="换上的人：姓名" autoComplete="off" />
          <PhoneField name="phone" label="手机号" autoComplete="off" />
          {isForChildren(list.kind) && (
            <TextField name="child" label="孩子姓名" autoComplete="off" />
          )}
          <TextArea name="reason" label="原因" hint="换下的人会看到" maxLength={200} rows={2} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton block={false} pendingText="正在换…">
              换人
            </SubmitButton>
            <LinkButton variant="secondary" href={`/desk/unit-lists/${list.id}`}>
              不换
            </LinkButton>
          </div>
        </div>
      </Form>
    </section>
  );
}
