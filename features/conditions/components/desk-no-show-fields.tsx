import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';

/** 爽约限制 of one offering: on or off, and its own numbers where they differ from the settings. */
export function NoShowFields() {
  return (
    <>
      <SelectField
        name="noShow"
        label="爽约限制"
        hint="约了没来的次数多了，暂停报同类服务；可以申诉"
        options={[
          { value: 'on', label: '限制' },
          { value: 'off', label: '不限制' },
        ]}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          name="noShowDays"
          label="多少天内"
          optional
          inputMode="numeric"
          maxLength={3}
          hint="不填按设置"
        />
        <TextField
          name="noShowLimit"
          label="爽约满几次"
          optional
          inputMode="numeric"
          maxLength={2}
          hint="不填按设置"
        />
        <TextField
          name="noShowBarDays"
          label="暂停多少天"
          optional
          inputMode="numeric"
          maxLength={3}
          hint="不填按设置"
        />
      </div>
    </>
  );
}
