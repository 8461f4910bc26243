import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';
import type { Organisation } from '../queries/organisations';
import { AddressField, UsccField } from './register-fields';

/** What is written down about an organisation, when it is founded and later. */
export function OrganisationFields({ organisation: o }: { organisation?: Organisation }) {
  return (
    <FieldStack>
      <TextField name="name" label="工会全称" defaultValue={o?.name} maxLength={60} required />
      <TextField
        name="shortName"
        label="简称"
        hint="列表和卡片上用，最多 20 字"
        defaultValue={o && o.shortName !== o.name ? o.shortName : ''}
        maxLength={20}
        optional
      />
      <UsccField
        label="工会统一社会信用代码"
        hint="18 位，以 81 开头；与单位代码不同"
        value={o?.uscc}
      />
      <DateField
        name="foundedOn"
        label="批复成立日期"
        hint="上级批复的日期，不是开会或发证的日期"
        defaultValue={o?.foundedOn ?? ''}
        optional
      />
      <TextField name="phone" label="联系电话" defaultValue={o?.phone ?? ''} type="tel" optional />
      <AddressField value={o?.address} />
      <SelectField
        name="reviewSteps"
        label="入会申请审核"
        defaultValue={o?.reviewSteps ? String(o.reviewSteps) : ''}
        placeholder="按全区设置"
        options={[
          { value: '1', label: '一级：本工会决定' },
          { value: '2', label: '两级：本工会审核，上级确认' },
        ]}
      />
    </FieldStack>
  );
}
