import { DateField } from '@/components/forms/date-field';
import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';
import type { Keeper } from '../queries/keepers';
import { evidenceLabels } from '../rules/labels';
import { optionsOf } from './options-of';

/** How many people work there, on which day, by what. */
export function StaffFields({ today, optional }: { today: string; optional?: boolean }) {
  return (
    <>
      <TextField
        name="staffCount"
        label="职工人数"
        inputMode="numeric"
        maxLength={6}
        optional={optional}
      />
      <DateField
        name="staffCountedOn"
        label="人数是哪天的"
        max={today}
        optional={optional}
        hint="填了人数要填"
      />
      <SelectField
        name="staffEvidence"
        label="人数的依据"
        placeholder="请选"
        optional={optional}
        options={optionsOf(evidenceLabels)}
      />
    </>
  );
}

/** The officer who is responsible; nobody may be. */
export function KeeperField(props: { keepers: readonly Keeper[]; chosen: string | null }) {
  const { keepers, chosen } = props;
  return (
    <SelectField
      name="responsibleId"
      label="负责人"
      placeholder="先不定"
      defaultValue={keepers.some(({ id }) => id === chosen) ? (chosen ?? '') : ''}
      options={keepers.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
