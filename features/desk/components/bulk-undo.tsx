'use client';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { useUndo } from './use-undo';

interface BulkUndoProps {
  action: FormAction;
  decisions: readonly string[];
  /** How long the first of them can still be taken back. */
  forMs: number;
}

/** Takes a short run back as one; gone when its first message has left. */
export function BulkUndo({ action, decisions, forMs }: BulkUndoProps) {
  const { send, left, failed, over } = useUndo(action, forMs);
  if (over) return null;
  return (
    <form action={send} className="mt-3" id="undo">
      {decisions.map((decision) => (
        <input key={decision} type="hidden" name="decisionIds" value={decision} />
      ))}
      <SubmitButton variant="secondary" block={false} pendingText="撤销中…">
        {`撤销这 ${decisions.length} 件（${left} 秒）`}
      </SubmitButton>
      {failed && (
        <p role="alert" className="mt-1 text-error">
          错误：{failed}
        </p>
      )}
    </form>
  );
}
