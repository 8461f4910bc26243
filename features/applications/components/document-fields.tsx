import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { IdField } from '@/components/forms/id-field';
import { RadioGroup } from '@/components/forms/radio-group';
import { TextField } from '@/components/forms/text-field';
import { Icon } from '@/components/ui/icon';
import { identityDocumentLabels } from '@/lib/china/id/messages';
import type { IdentityDocumentType } from '@/lib/china/id/types';
import { asksBirthAndSex } from '../rules/document';

interface DocumentFieldsProps {
  type: IdentityDocumentType;
  /** The page's only question: its label is the h1. */
  heading?: boolean;
  /** Masked number that is stored already. */
  stored?: string | null;
  today: string;
}

const sexes = [
  { value: 'male', label: '男' },
  { value: 'female', label: '女' },
];

/** The document's number; birth date and sex only where the number does not say them. */
export function DocumentFields({ type, heading, stored, today }: DocumentFieldsProps) {
  const isResident = type === 'resident_id';
  const label = isResident ? '身份证号' : `${identityDocumentLabels[type]}号码`;
  const why = asksBirthAndSex(type)
    ? '用来确认您没有重复入会。'
    : '用来确认您没有重复入会，并读出生日和性别，不用再填。';
  const words = {
    name: 'idNumber',
    label: heading ? `您的${label}是多少？` : label,
    heading,
    hint: stored ? `${why}已填 ${stored}，要改请重新输入。` : why,
  };
  return (
    <FieldStack>
      <input type="hidden" name="idType" value={type} />
      {isResident ? <IdField {...words} /> : <TextField {...words} autoComplete="off" />}
      {asksBirthAndSex(type) && (
        <>
          <DateField name="birthOn" label="出生日期" max={today} hint="照证件上的填。" />
          <RadioGroup name="sex" label="性别" options={sexes} columns />
        </>
      )}
    </FieldStack>
  );
}

/** Who sees the number; stands under every form that asks for it. */
export function DocumentPromise() {
  return (
    <p className="mt-6 flex text-secondary text-ink-2">
      <Icon name="lock" className="mt-[2px] mr-2" />
      只有核对您申请的工会干部能看到，每次查看都有记录。
    </p>
  );
}
