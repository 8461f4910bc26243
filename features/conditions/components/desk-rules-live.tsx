'use client';
import { useEffect, useState } from 'react';
import type { Kind } from '@/features/offerings/schema/offering';
import { type ConditionNames, conditionRows, sessionConditionRows } from '../rules/condition-words';
import { looseRules } from '../rules/loose-rules';

interface LiveRulesProps {
  formId: string;
  kind: Kind;
  names: ConditionNames;
  /** As the server read them: what stands here without scripts. */
  words: readonly string[];
  ofSession?: boolean;
}

/** The conditions as sentences, kept up while the officer types. */
export function LiveRules({ formId, kind, names, words, ofSession = false }: LiveRulesProps) {
  const [shown, show] = useState(words);
  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    const read = () => {
      const rules = looseRules(new FormData(form));
      const rows = ofSession ? sessionConditionRows : conditionRows;
      show(rows(rules, kind, names).map((row) => row.words));
    };
    form.addEventListener('input', read);
    return () => form.removeEventListener('input', read);
  }, [formId, kind, names, ofSession]);
  if (shown.length === 0) {
    const first = ofSession ? '加好条件' : '改好标红的地方';
    return <p className="text-ink-2">{first}，这里会读给您看。</p>;
  }
  return (
    <ul className="bullets" aria-live="polite">
      {shown.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
