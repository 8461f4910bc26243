import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Notice } from '@/components/ui/notice';
import type { ImportRowView } from '../queries/import-row';

/** The cells of one row, to be put right beside the document. */
export function CorrectRowForm({ action, row }: { action: FormAction; row: ImportRowView }) {
  return (
    <Form action={action} isPrivate className="max-w-form">
      <input type="hidden" name="importId" value={row.importId} />
      <input type="hidden" name="rowId" value={row.rowId} />
      {row.words.length > 0 && (
        <Notice tone="warning" className="mb-4">
          {row.words.join('；')}
        </Notice>
      )}
      <FieldStack>
        {row.fields.map(({ key, label, hint, value }) => (
          <TextField key={key} name={key} label={label} hint={hint} defaultValue={value} />
        ))}
        <SubmitButton block={false} pendingText="核对中…">
          改好了，再核对这一行
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}
