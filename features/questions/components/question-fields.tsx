'use client';
import { useRouter } from 'next/navigation';
import { useContext, useEffect, useRef, useState } from 'react';
import { FieldStack } from '@/components/forms/field-stack';
import { FormContext } from '@/components/forms/form-context';
import { type AnswerValue, canDecide, fieldOf, type Question } from '../rules/question';
import { shownQuestions } from '../rules/shown';
import { QuestionField } from './question-field';

type Values = Readonly<Record<string, AnswerValue>>;
type Sent = Readonly<Record<string, string | string[]>>;

const deciding = (typed: readonly string[], { type }: Question): AnswerValue | undefined => {
  if (type === 'choices') return typed;
  if (type === 'consent') return typed.includes('yes') ? true : undefined;
  return typed[0];
};

/** What decides what is shown: the answers that stand, and of the fields what they hold. */
function answersOf(
  { questions, asked, values }: Fields,
  typedIn: ((name: string) => readonly string[]) | null,
): Map<string, AnswerValue> {
  const known = new Map(Object.entries(values));
  for (const q of questions) {
    if (!typedIn || !canDecide(q.type) || (asked && !asked.includes(q.id))) continue;
    const value = deciding(typedIn(fieldOf(q.id)), q);
    if (value === undefined) known.delete(q.id);
    else known.set(q.id, value);
  }
  return known;
}

const inSent = (sent: Sent) => (name: string) => [sent[name] ?? []].flat();
const inForm = (form: HTMLFormElement) => {
  const data = new FormData(form);
  return (name: string) => data.getAll(name).map(String);
};

interface Fields {
  questions: readonly Question[];
  values: Values;
  /** Only these are asked; the rest stands. Left out: all. */
  asked?: readonly string[];
}

/**
 * The questions as fields. What depends on another answer comes and goes with it; without a script the
 * server brings it up after the first try.
 */
export function QuestionFields(props: Fields) {
  const state = useContext(FormContext);
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  const sent = state.values ? inSent(state.values) : null;
  const [typed, setTyped] = useState<Map<string, AnswerValue> | null>(null);
  // A new answer of the server counts more than what was ticked before it.
  useEffect(() => {
    void state;
    setTyped(null);
  }, [state]);
  useEffect(() => {
    if (state.code === 'form_changed') router.refresh();
  }, [state, router]);
  useEffect(() => {
    const form = box.current?.closest('form');
    const follow = () => form && setTyped(answersOf(props, inForm(form)));
    form?.addEventListener('change', follow);
    return () => form?.removeEventListener('change', follow);
  });
  const shown = shownQuestions(props.questions, typed ?? answersOf(props, sent));
  const fields = props.questions.filter((q) => !props.asked || props.asked.includes(q.id));
  return (
    <div ref={box}>
      <input type="hidden" name="seen" value={shown.map((q) => q.id).join(',')} />
      <FieldStack>
        {fields.map((q) => {
          const off = !shown.includes(q);
          return (
            <fieldset key={`${q.id}-${q.version}`} hidden={off} disabled={off} className="min-w-0">
              <QuestionField question={q} value={props.values[q.id]} />
            </fieldset>
          );
        })}
      </FieldStack>
    </div>
  );
}
