import { Notice } from '@/components/ui/notice';
import type { JoinForm } from '../queries/joining';
import { fieldNames } from '../rules/progress';

/** What the union asked for, on the page where it is put right; nothing in a draft. */
export function CorrectionNote({ form }: { form: JoinForm | null }) {
  if (form?.status !== 'sent_back' || form.sentBackFields.length === 0) return null;
  return (
    <Notice tone="warning" className="mb-4">
      <b className="block">{`${form.unionName ?? '工会'}请您改好${fieldNames(form.sentBackFields)}`}</b>
      {form.reason}
    </Notice>
  );
}
