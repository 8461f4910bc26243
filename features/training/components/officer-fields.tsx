import { CheckboxField } from '@/components/forms/checkbox-field';
import { SelectField } from '@/components/forms/select-field';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';

const certificates = [
  { value: 'none', label: '不发证' },
  { value: 'completion', label: '结业证' },
  { value: 'qualification', label: '培训合格证' },
  { value: 'skill', label: '职业技能等级证书' },
  { value: 'special', label: '专项职业能力证书' },
];

/** What only a 技能培训 has (domain.md §3.3). */
export function TrainingOfficerFields() {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="occupation" label="工种" optional maxLength={40} hint="如：电工" />
        <TextField name="hours" label="总课时" optional inputMode="numeric" maxLength={4} />
        <TextField name="organiser" label="承办机构" optional maxLength={60} />
        <TextField name="teacher" label="授课老师" optional maxLength={40} />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField name="certificate" label="发什么证" options={certificates} />
        <TextField
          name="attendanceNeeded"
          label="结业要求出勤（%）"
          optional
          inputMode="numeric"
          maxLength={3}
          hint="不填按 80%。只用于结业证"
        />
      </div>
      <CheckboxField
        name="followUps"
        label="结业后回访去向"
        hint="上完课 3 个月、6 个月各问一次到场的人：就业、创业、未就业。月数在系统设置里改"
      />
      <TextArea
        name="targetGroups"
        label="面向人群"
        optional
        rows={3}
        hint="一行一个，如：转岗待岗、困难职工及家属。这里是说明，不限制报名"
      />
    </>
  );
}
