'use client';
import { useState } from 'react';
import { buttonClass } from '@/components/ui/button-style';
import { sha256 } from '../rules/digest';

type Said = { hash: string } | { problem: string } | null;

const problemOf = (sentence: string): string | null => {
  if (!globalThis.crypto?.subtle) return '这个浏览器不能计算，请用 https 打开，或换一部手机。';
  if (sentence.length < 8) return '口令至少 8 个字。';
  return sentence.includes(':') ? '口令里不能有英文冒号。' : null;
};

/** A witness's sentence to its fingerprint, on this phone alone: nothing is sent. */
export function SentenceFingerprint() {
  const [said, setSaid] = useState<Said>(null);
  const compute = async (sentence: string) => {
    const problem = problemOf(sentence);
    setSaid(problem ? { problem } : { hash: await sha256(sentence) });
  };
  return (
    <form
      method="dialog"
      onSubmit={(event) => {
        event.preventDefault();
        compute(String(new FormData(event.currentTarget).get('sentence') ?? ''));
      }}
    >
      <label htmlFor="sentence" className="mb-1 block font-semibold">
        口令
      </label>
      <input
        id="sentence"
        name="sentence"
        maxLength={200}
        autoComplete="off"
        aria-describedby="said"
        className="input"
      />
      <button type="submit" className={buttonClass({ block: true, className: 'mt-4' })}>
        算出校验码
      </button>
      <p id="said" aria-live="polite" className="mt-4">
        {said && 'problem' in said && <b className="text-error">{said.problem}</b>}
        {said && 'hash' in said && (
          <code className="block rounded-input bg-sunken px-3 py-2 font-mono break-all">
            {said.hash}
          </code>
        )}
      </p>
    </form>
  );
}
