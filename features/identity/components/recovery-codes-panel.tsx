'use client';
import { useActionState } from 'react';
import { ErrorSummary } from '@/components/forms/error-summary';
import { type FormAction, idleForm } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { Button } from '@/components/ui/button';

interface RecoveryCodesPanelProps {
  action: FormAction;
  left: number;
}

function codesOf(data: unknown): string[] {
  return typeof data === 'object' && data && 'codes' in data && Array.isArray(data.codes)
    ? data.codes.map(String)
    : [];
}

/** Makes the codes and shows them this once; afterwards the portal itself does not know them. */
export function RecoveryCodesPanel({ action, left }: RecoveryCodesPanelProps) {
  const [state, send] = useActionState(action, idleForm);
  const codes = codesOf(state.data);
  if (codes.length > 0) {
    return (
      <>
        <p className="mb-3 font-semibold">只显示这一次。请打印或抄下，和手机分开保管。</p>
        <ol className="grid grid-cols-2 gap-x-6 gap-y-2 rounded-card border border-line bg-surface p-4 font-mono">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <Button variant="secondary" block className="no-print mt-4" onClick={() => window.print()}>
          打印
        </Button>
      </>
    );
  }
  return (
    <form action={send}>
      <ErrorSummary state={state} />
      <p className="mb-4 text-ink-2">
        {left > 0
          ? `现有 ${left} 个可用。重新生成后，旧的全部作废。`
          : '手机丢失或更换时，用恢复码登录。共 10 个，每个用一次。'}
      </p>
      <SubmitButton variant={left > 0 ? 'secondary' : 'primary'}>
        {left > 0 ? '重新生成' : '生成恢复码'}
      </SubmitButton>
    </form>
  );
}
