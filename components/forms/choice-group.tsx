'use client';
import { cx } from '../ui/cx';
import { Choice, type ChoiceOption } from './choice';
import { describedBy, FieldError, type FieldWords, Hint } from './field-frame';
import { useChoices, useFieldId } from './form-context';

interface GroupProps extends FieldWords {
  type: 'radio' | 'checkbox';
  options: readonly ChoiceOption[];
  /** Boxed choices: who, which session. */
  cards?: boolean;
  initial: readonly string[];
  columns?: boolean;
}

/** Several choices under one question; the first carries the group's id so that errors lead to it. */
export function ChoiceGroup(props: GroupProps) {
  const { type, name, label, hint, optional, heading, hideLabel, options, cards, className } =
    props;
  const { chosen, error } = useChoices(name, props.initial);
  const id = useFieldId()(name);
  const words = (
    <>
      {label}
      {optional && <span className="font-normal text-ink-3">（选填）</span>}
    </>
  );
  return (
    <fieldset
      className={cx('field min-w-0', className)}
      aria-describedby={describedBy(id, { hint, error })}
    >
      <legend
        className={cx(
          'w-full',
          hideLabel
            ? 'visually-hidden'
            : cards
              ? 'mb-2 text-h3 font-semibold'
              : 'mb-2 font-semibold',
        )}
      >
        {heading ? <h1>{words}</h1> : words}
      </legend>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      <div className={cx(error && 'mt-3 border-l-4 border-error pl-3')}>
        {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
        <div
          className={cx('flex gap-2', props.columns ? 'flex-row flex-wrap gap-x-6' : 'flex-col')}
        >
          {options.map((option, index) => (
            <Choice
              key={option.value}
              {...option}
              type={type}
              name={name}
              id={index === 0 ? id : `${id}-${option.value}`}
              card={cards}
              checked={chosen.includes(option.value)}
              invalid={Boolean(error)}
            />
          ))}
        </div>
      </div>
    </fieldset>
  );
}
