import { RadioGroup } from '@/components/forms/radio-group';
import type { Occupation } from '../queries/occupations';

interface OccupationFieldProps {
  occupations: readonly Occupation[];
  chosen?: string | null;
}

/** What the worker does, from today's dictionary. */
export function OccupationField({ occupations, chosen }: OccupationFieldProps) {
  return (
    <RadioGroup
      name="occupation"
      label="您做什么工作？"
      heading
      hint="同时做几样的，选收入多的那一样。"
      options={occupations.map(({ code, name }) => ({ value: code, label: name }))}
      defaultValue={chosen ?? undefined}
    />
  );
}
