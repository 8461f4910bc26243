import { RadioGroup } from '@/components/forms/radio-group';
import type { Occupation } from '../queries/occupations';
import { occupationGroup } from '../rules/industries';

interface OccupationFieldProps {
  occupations: readonly Occupation[];
  chosen?: string | null;
}

/** What the worker does, from today's dictionary. */
export function OccupationField({ occupations, chosen }: OccupationFieldProps) {
  return (
    <RadioGroup
      name="occupation"
      label="您的职业"
      heading
      hint="同时做几样的，选收入多的那一样。"
      options={occupations.map((one) => ({
        value: one.code,
        label: one.name,
        group: occupationGroup(one),
      }))}
      defaultValue={chosen ?? undefined}
    />
  );
}
