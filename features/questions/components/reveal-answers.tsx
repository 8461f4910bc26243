'use client';
import { useActionState } from 'react';
import { type FormAction, idleForm } from '@/components/forms/form-state';

interface Shown {
  answers: readonly { questionId: string; label: string; words: string; fileHref: string | null }[];
}

/** 查看敏感回答: opened on request; the server records each look. */
export function RevealAnswers({ action, bookingId }: { action: FormAction; bookingId: string }) {
  const [state, look, pending] = useActionState(action, idleForm);
  if (state.status === 'ok') {
    const { answers } = state.data as Shown;
    return (
      <div role="status" className="mt-2 rounded-card border border-line bg-sunken px-4 py-2">
        <dl>
          {answers.map((a) => (
            <div key={a.questionId} className="py-1">
              <dt className="text-secondary text-ink-2">{a.label}</dt>
              <dd className="whitespace-pre-line">
                {a.fileHref ? (
                  <a href={a.fileHref} className="link inline-flex min-h-target items-center">
                    {a.words}，下载
                  </a>
                ) : (
                  a.words
                )}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    );
  }
  return (
    <form action={look} className="mt-2">
      <input type="hidden" name="bookingId" value={bookingId} />
      <button
        type="submit"
        className="link inline-flex min-h-target items-center"
        aria-busy={pending || undefined}
      >
        {pending ? '读取中…' : '查看敏感回答和文件（会留记录）'}
      </button>
      {state.status !== 'idle' && (
        <p role="alert" className="text-error">
          {state.message ?? '没有读到，请重试'}
        </p>
      )}
    </form>
  );
}
