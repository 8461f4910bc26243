'use client';
import type { ChoiceOption } from './choice';
import { ChoiceGroup } from './choice-group';
import type { FieldWords } from './field-frame';

interface CheckboxGroupProps extends FieldWords {
  options: readonly ChoiceOption[];
  defaultValues?: readonly string[];
  cards?: boolean;
  columns?: boolean;
}

/** Any of several. */
export function CheckboxGroup({ defaultValues = [], ...rest }: CheckboxGroupProps) {
  return <ChoiceGroup {...rest} type="checkbox" initial={defaultValues} />;
}
