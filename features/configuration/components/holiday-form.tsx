import { DateField } from '@/components/forms/date-field';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { fillYearAction, setHolidayAction } from '../actions';

/** Adds one day, or changes what it is. */
export function HolidayForm({ year }: { year: number }) {
  return (
    <Form action={setHolidayAction} aria-label="添加一天" className="mb-4">
      <div className="flex flex-wrap items-end gap-3">
        <DateField name="on" label="日期" min={`${year}-01-01`} max={`${year}-12-31`} />
        <SelectField
          name="kind"
          label="这天"
          placeholder="请选择"
          options={[
            { value: 'off', label: '放假' },
            { value: 'work', label: '调休上班' },
          ]}
        />
        <TextField name="name" label="名称" placeholder="春节" maxLength={20} />
        <SubmitButton variant="secondary" block={false}>
          添加或修改
        </SubmitButton>
      </div>
    </Form>
  );
}

/** Enters what the State Council announced for the year. */
export function FillYearForm({ year }: { year: number }) {
  return (
    <Form action={fillYearAction} aria-label={`填入${year}年`}>
      <input type="hidden" name="year" value={year} />
      <SubmitButton variant="secondary" small block={false}>
        填入已公布的{year}年安排
      </SubmitButton>
    </Form>
  );
}
