import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { foldOf } from '@/components/ui/disclosure';
import { LinkButton } from '@/components/ui/link-button';

interface CancelFormProps {
  action: FormAction;
  fields: Readonly<Record<string, string>>;
  /** How many people hold or wait for a place. */
  people: number;
  button: string;
  backHref: string;
  /** Behind its own button, on a page about something else. */
  folded?: boolean;
}

/** The reason everyone reads, and how many will. */
export function CancelForm({ action, fields, people, button, backHref, folded }: CancelFormProps) {
  return (
    <Form
      action={action}
      className="flex flex-col gap-4"
      fold={folded ? foldOf(button) : undefined}
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p>
        {people > 0
          ? `${people} 位预约或候补的人会各收到一次通知，名额全部取消，不能恢复。`
          : '现在没有人预约，取消后不能恢复。'}
      </p>
      <TextArea
        name="reason"
        label="原因"
        hint="预约的人会原样看到，如：场地维修，改在 8 月另办。"
        maxLength={100}
        rows={3}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton block={false} variant="danger">
          {button}
        </SubmitButton>
        <LinkButton variant="secondary" href={backHref}>
          返回
        </LinkButton>
      </div>
    </Form>
  );
}
