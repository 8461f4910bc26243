'use client';
import type { FormState } from '@/components/forms/form-state';
import { TextLink } from '@/components/ui/app-link';
import { buttonClass } from '@/components/ui/button-style';

interface Props {
  ask: (form: FormData) => void;
  state: FormState;
  pending: boolean;
  fields: Readonly<Record<string, string>>;
  example: string;
  /** Where the second factor is given, and back here. */
  confirmHref: string;
}

/** Above a masked sheet: what whole names are wanted for, before they are shown. */
export function NamesForm({ ask, state, pending, fields, example, confirmHref }: Props) {
  const words = state.fieldErrors?.reason ?? state.message;
  return (
    <form action={ask} className="no-print mb-4 flex max-w-form flex-wrap items-end gap-3">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="min-w-0 flex-[1_1_16em]">
        <label htmlFor="print-reason" className="mb-1 block font-semibold">
          要完整姓名，请写明用途
        </label>
        <input
          id="print-reason"
          name="reason"
          className="input"
          autoComplete="off"
          placeholder={`如：${example}`}
          defaultValue={String(state.values?.reason ?? '')}
          aria-invalid={words ? true : undefined}
          aria-describedby={words ? 'print-error' : undefined}
        />
      </div>
      <button
        type="submit"
        aria-busy={pending || undefined}
        className={buttonClass({ variant: 'secondary' })}
      >
        {pending ? '读取中…' : '换成完整姓名'}
      </button>
      {words && (
        <p id="print-error" role="alert" className="w-full text-error">
          错误：{words}。
          {state.code === 'step_up' && <TextLink href={confirmHref}>输入动态码</TextLink>}
        </p>
      )}
    </form>
  );
}
