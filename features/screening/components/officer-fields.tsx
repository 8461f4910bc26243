import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';

/** What only a screening has: notes before the visit. It asks the woman nothing (domain.md §3.1). */
export function ScreeningOfficerFields() {
  return (
    <>
      <TextArea name="items" label="检查项目" optional rows={4} hint="一行一项" />
      <TextArea
        name="notesBefore"
        label="来之前要知道的"
        optional
        rows={5}
        hint="一行一条，只作提示。不要在这里问婚姻、怀孕或病史，由医院当面问"
      />
      <TextField name="hospitalPhone" label="医院电话" optional type="tel" maxLength={20} />
      <TextField
        name="rescheduleMax"
        label="每人最多改期几次"
        inputMode="numeric"
        maxLength={2}
        hint="填 0 就是不能自己改期"
      />
    </>
  );
}
