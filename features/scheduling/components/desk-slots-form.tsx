import { CheckboxField } from '@/components/forms/checkbox-field';
import { CheckboxGroup } from '@/components/forms/checkbox-group';
import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { LinkButton } from '@/components/ui/link-button';
import { weekdayOptions } from './desk-session-form';

const initial = {
  status: 'idle',
  values: {
    weekdays: ['1', '2', '3', '4', '5'],
    workdaysOnly: 'yes',
    morning: 'yes',
    morningFrom: '08:00',
    morningTo: '11:30',
    afternoon: 'yes',
    afternoonFrom: '14:30',
    afternoonTo: '17:00',
    capacity: '20',
  },
} as const;

interface SlotsFormProps {
  action: FormAction;
  offeringId: string;
  idempotencyKey: string;
  backHref: string;
}

/** 医院 × 日期 × 半天, many slots at once. */
export function SlotsForm({ action, offeringId, idempotencyKey, backHref }: SlotsFormProps) {
  return (
    <Form
      action={action}
      initial={{
        ...initial,
        values: { ...initial.values, weekdays: [...initial.values.weekdays] },
      }}
      idempotencyKey={idempotencyKey}
    >
      <input type="hidden" name="offeringId" value={offeringId} />
      <FieldStack>
        <TextField name="place" label="医院" hint="如：妇幼保健院二楼体检中心" maxLength={60} />
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <DateField name="startsOn" label="从哪天" />
          <DateField name="endsOn" label="到哪天" />
        </div>
        <CheckboxGroup columns name="weekdays" label="每周哪几天" options={weekdayOptions} />
        <CheckboxField name="workdaysOnly" label="跳过法定节假日和调休休息日" />
        <div className="grid items-end gap-4 sm:grid-cols-3">
          <CheckboxField name="morning" label="上午" />
          <DateField kind="time" name="morningFrom" label="上午开始" />
          <DateField kind="time" name="morningTo" label="上午结束" />
          <CheckboxField name="afternoon" label="下午" />
          <DateField kind="time" name="afternoonFrom" label="下午开始" />
          <DateField kind="time" name="afternoonTo" label="下午结束" />
        </div>
        <TextField name="capacity" label="每个半天的名额" inputMode="numeric" maxLength={6} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton block={false}>生成时段</SubmitButton>
          <LinkButton variant="secondary" href={backHref}>
            返回
          </LinkButton>
        </div>
      </FieldStack>
    </Form>
  );
}
