'use client';
import type { ChoiceOption } from './choice';
import { ChoiceGroup } from './choice-group';
import type { FieldWords } from './field-frame';

interface RadioGroupProps extends FieldWords {
  options: readonly ChoiceOption[];
  defaultValue?: string;
  cards?: boolean;
  /** Short answers side by side (是 / 否). */
  columns?: boolean;
}

/** One of several. */
export function RadioGroup({ defaultValue, ...rest }: RadioGroupProps) {
  return <ChoiceGroup {...rest} type="radio" initial={defaultValue ? [defaultValue] : []} />;
}
