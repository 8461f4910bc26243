'use client';
import { type ReactNode, useActionState } from 'react';
import { type FormAction, idleForm } from '@/components/forms/form-state';
import { WayOn } from '@/components/forms/way-on';

interface InlineFormProps {
  action: FormAction;
  fields: Readonly<Record<string, string>>;
  children: ReactNode;
  className?: string;
}

/** A form of one or two buttons inside a row or a panel; a refusal is said right below them. */
export function InlineForm({ action, fields, children, className }: InlineFormProps) {
  const [state, send] = useActionState(action, idleForm);
  const failed = state.status !== 'idle' && state.status !== 'ok';
  return (
    <form action={send} className={className} noValidate>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {failed && (
        <p role="alert" className="mt-1 text-secondary text-error" data-code={state.code}>
          错误：{state.message ?? '没有办成，请刷新后重试'}
        </p>
      )}
      <WayOn state={state} />
    </form>
  );
}
