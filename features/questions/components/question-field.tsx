'use client';
import { lazy } from 'react';
import { DateField } from '@/components/forms/date-field';
import { TextField } from '@/components/forms/text-field';
import { type AnswerValue, fieldOf, type Question } from '../rules/question';

// What only some questions need is fetched by those; the phone of everybody else does without.
const CheckboxGroup = lazy(async () => ({
  default: (await import('@/components/forms/checkbox-group')).CheckboxGroup,
}));
const RadioGroup = lazy(async () => ({
  default: (await import('@/components/forms/radio-group')).RadioGroup,
}));
const PhoneField = lazy(async () => ({
  default: (await import('@/components/forms/phone-field')).PhoneField,
}));
const TextArea = lazy(async () => ({
  default: (await import('@/components/forms/text-area')).TextArea,
}));
const CheckboxField = lazy(async () => ({
  default: (await import('@/components/forms/checkbox-field')).CheckboxField,
}));
const FileQuestion = lazy(async () => ({
  default: (await import('./file-question')).FileQuestion,
}));

const texts = (value: AnswerValue | undefined) =>
  Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
const text = (value: AnswerValue | undefined) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

const sealedWords = '只有本次服务的工作人员能看，每次查看都有记录';

interface QuestionFieldProps {
  question: Question;
  value: AnswerValue | undefined;
}

/** One question of an offering as a field. */
export function QuestionField({ question: q, value }: QuestionFieldProps) {
  const words = {
    name: fieldOf(q.id),
    label: q.label,
    hint: [q.hint, q.sensitive && sealedWords].filter(Boolean).join('。') || undefined,
    optional: !q.required,
  };
  const options = q.choices.map((choice) => ({ value: choice, label: choice }));
  const most = q.most ?? undefined;
  switch (q.type) {
    case 'text':
      return <TextField {...words} defaultValue={text(value)} maxLength={most ?? 100} />;
    case 'paragraph':
      return <TextArea {...words} defaultValue={text(value)} maxLength={most ?? 1000} />;
    case 'number':
      return <TextField {...words} defaultValue={text(value)} inputMode="decimal" maxLength={13} />;
    case 'date':
      return <DateField {...words} defaultValue={text(value)} />;
    case 'phone':
      return <PhoneField {...words} defaultValue={text(value)} autoComplete="off" />;
    case 'choice':
      return <RadioGroup {...words} options={options} defaultValue={text(value)} />;
    case 'choices':
      return <CheckboxGroup {...words} options={options} defaultValues={texts(value)} />;
    case 'file':
      return <FileQuestion {...words} questionId={q.id} stored={value !== undefined} />;
    case 'consent':
      return (
        <CheckboxField
          name={words.name}
          label={q.required ? q.label : `${q.label}（选填）`}
          hint={words.hint}
          defaultChecked={value === true}
        />
      );
  }
}
