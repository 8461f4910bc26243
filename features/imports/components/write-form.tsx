import { CheckboxField } from '@/components/forms/checkbox-field';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextLink } from '@/components/ui/app-link';
import { Notice } from '@/components/ui/notice';
import { formatCount } from '@/lib/format';
import type { ImportView } from '../queries/import-view';
import { reviewHref } from '../rules/review-href';

interface WriteFormProps {
  view: ImportView;
  idempotencyKey: string;
  write: FormAction;
  giveUp: FormAction;
}

/** Writing what the review shows; a change of very many rows is confirmed by a tick. */
export function WriteForm({ view, idempotencyKey, write, giveUp }: WriteFormProps) {
  const { wanted, mass } = view;
  const rows = wanted.made + wanted.changed;
  return (
    <div className="mb-4 flex flex-wrap items-end gap-3">
      <Form action={write} idempotencyKey={idempotencyKey}>
        <input type="hidden" name="importId" value={view.id} />
        {mass && (
          <CheckboxField
            name="mass"
            label={`“${mass.label}”要改 ${formatCount(mass.changed)} 行，占 ${mass.percent}%：确实要改这么多`}
          />
        )}
        {rows === 0 ? (
          <Notice tone="info">没有要写入的行：都不变，或要先改表格。</Notice>
        ) : (
          <SubmitButton block={false} pendingText="开始写入…">
            {`写入 ${formatCount(rows)} 行`}
          </SubmitButton>
        )}
      </Form>
      <InlineForm action={giveUp} fields={{ importId: view.id }}>
        <SubmitButton variant="secondary" block={false} pendingText="放弃…">
          放弃，换一个文件
        </SubmitButton>
      </InlineForm>
      <p className="py-2">
        <TextLink href={reviewHref(view.id, { columns: '1' })}>栏对错了，重新对</TextLink>
      </p>
    </div>
  );
}
