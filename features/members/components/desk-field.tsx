'use client';
import { useActionState } from 'react';
import { type FormAction, idleForm } from '@/components/forms/form-state';

interface DeskFieldProps {
  action: FormAction;
  /** Which row and field: what the form sends. */
  fields: Readonly<Record<string, string>>;
  masked: string;
  /** Read after 查看: 查看手机号. */
  label: string;
}

/** A masked number with 查看: shown in whole on request, and each look is on record. */
export function DeskField({ action, fields, masked, label }: DeskFieldProps) {
  const [state, look, pending] = useActionState(action, idleForm);
  if (state.status === 'ok') {
    return <span role="status">{(state.data as { value: string }).value}</span>;
  }
  return (
    <form action={look} className="inline-flex flex-wrap items-baseline gap-x-2">
      <span>{masked}</span>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="link reach min-h-6 px-1" aria-busy={pending || undefined}>
        {pending ? '读取中…' : '查看'}
        <span className="visually-hidden">{label}</span>
      </button>
      {state.status !== 'idle' && (
        <span role="alert" className="text-error">
          {state.message ?? '没有读到，请重试'}
        </span>
      )}
    </form>
  );
}
