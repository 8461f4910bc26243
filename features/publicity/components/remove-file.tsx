import type { FormAction } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';

interface RemoveFileProps {
  file: { readonly id: string; readonly words: string };
  remove: FormAction;
  children: string;
}

/** Takes one picture or attachment down at once. */
export function RemoveFile({ file, remove, children }: RemoveFileProps) {
  return (
    <InlineForm action={remove} fields={{ fileId: file.id }}>
      <SubmitButton small block={false} variant="secondary" pendingText="撤下中…">
        {children}
        <span className="visually-hidden">：{file.words}</span>
      </SubmitButton>
    </InlineForm>
  );
}
