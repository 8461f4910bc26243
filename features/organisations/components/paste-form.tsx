'use client';
import { type ReactNode, useActionState } from 'react';
import { Form } from '@/components/forms/form';
import { FormContext } from '@/components/forms/form-context';
import { type FormAction, idleForm } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { Notice } from '@/components/ui/notice';
import { countPasted, type PasteReview } from '../rules/pasted';
import { PastedLines } from './pasted-lines';

interface PasteFormProps {
  look: FormAction;
  write: FormAction;
  idempotencyKey: string;
  label: string;
  hint: ReactNode;
  /** 个 or 家. */
  unit: string;
}

function Said({ review, unit }: { review: PasteReview; unit: string }) {
  const { wrong, there, new: fresh } = countPasted(review.lines);
  const known = there > 0 ? `，${there} ${unit}已经有了` : '';
  if (wrong > 0)
    return (
      <Notice tone="error" live>
        {`有 ${wrong} 行要改${known}。还没有写入任何一行，照下面写的改好，再点“核对”。`}
      </Notice>
    );
  if (fresh === 0)
    return (
      <Notice tone="info" live>
        这些都已经有了，没有要写入的。
      </Notice>
    );
  return (
    <Notice tone="success" live>
      {`没有错，${fresh} ${unit}是新的${known}。看一遍下面每一行挂在哪，再写入。`}
    </Notice>
  );
}

/** A list that is pasted, looked through line by line, and then written as a whole; works without script. */
export function PasteForm({ look, write, idempotencyKey, label, hint, unit }: PasteFormProps) {
  const [state, send] = useActionState(look, idleForm);
  const review = state.status === 'ok' ? (state.data as PasteReview) : null;
  const values = review ? { pasted: review.pasted } : state.values;
  const counts = review && countPasted(review.lines);
  const wrong = state.status === 'error' || state.code === 'sign_in' ? state.message : undefined;
  return (
    <div className="max-w-[900px]">
      <FormContext value={{ ...state, values }}>
        <form action={send} noValidate aria-label={`核对${label}`}>
          {wrong && (
            <Notice tone="error" live className="mb-3">
              {wrong}
            </Notice>
          )}
          <TextArea name="pasted" label={label} hint={hint} rows={12} />
          <div className="mt-3">
            <SubmitButton
              block={false}
              variant={counts?.wrong === 0 ? 'secondary' : undefined}
              pendingText="正在核对…"
            >
              核对
            </SubmitButton>
          </div>
        </form>
      </FormContext>
      {review && counts && (
        <div className="mt-6 flex flex-col gap-4">
          <Said review={review} unit={unit} />
          {counts.wrong === 0 && counts.new > 0 && (
            <Form action={write} idempotencyKey={idempotencyKey} aria-label="写入">
              <input type="hidden" name="pasted" value={review.pasted} />
              <input type="hidden" name="sure" value={review.sure} />
              <SubmitButton block={false} pendingText="正在写入…">
                {`写入 ${counts.new} ${unit}`}
              </SubmitButton>
            </Form>
          )}
          <PastedLines lines={review.lines} />
        </div>
      )}
    </div>
  );
}
