'use client';
import { Fragment } from 'react';
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

/** Groups of short answers stand two by two, as long as the letters are not enlarged. */
function layoutOf({ columns, options }: GroupProps): string {
  if (options.some(({ group }) => group)) return 'grid grid-cols-2 gap-2 bigger:grid-cols-1';
  return cx('flex gap-2', columns ? 'flex-row flex-wrap gap-x-6' : 'flex-col');
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
        className={
          // Hidden it has no width of its own, or the page would scroll sideways.
          hideLabel ? 'visually-hidden' : cx('mb-2 w-full font-semibold', cards && 'text-h3')
        }
      >
        {heading ? <h1>{words}</h1> : words}
      </legend>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      <div className={cx(error && 'mt-3 border-l-4 border-error pl-3')}>
        {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
        <div className={layoutOf(props)}>
          {options.map(({ group, ...option }, index) => (
            <Fragment key={option.value}>
              {group && group !== options[index - 1]?.group && (
                <p className="col-span-full mt-3 text-secondary text-ink-2 first:mt-0">{group}</p>
              )}
              <Choice
                {...option}
                type={type}
                name={name}
                id={index === 0 ? id : `${id}-${option.value}`}
                card={cards}
                checked={chosen.includes(option.value)}
                invalid={Boolean(error)}
              />
            </Fragment>
          ))}
        </div>
      </div>
    </fieldset>
  );
}
