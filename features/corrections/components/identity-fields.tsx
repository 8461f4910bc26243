import { DateField } from '@/components/forms/date-field';
import { IdField } from '@/components/forms/id-field';
import { RadioGroup } from '@/components/forms/radio-group';
import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';
import { identityDocumentLabels } from '@/lib/china/id/messages';
import { type IdentityDocumentType, identityDocumentTypes } from '@/lib/china/id/types';
import { asksMore } from '../rules/identity';

interface IdentityFieldsProps {
  /** What stands in the fields to begin with; a number only where it was typed before. */
  values: {
    readonly name: string;
    readonly idType: IdentityDocumentType | null;
    readonly idNumber?: string | undefined;
    readonly birthOn: string | null;
    readonly sex: 'male' | 'female' | null;
  };
  /** The number on record, masked; null where there is none. */
  idMasked: string | null;
  /** Asks for the kind of document as well. */
  other: boolean;
  today: string;
}

const sexes = [
  { value: 'male', label: '男' },
  { value: 'female', label: '女' },
];

const follows = '出生日期、性别跟着号码走，号码改对就一起改。';

/** Name and document as they are right; an empty number leaves the document as it is. */
export function IdentityFields({ values, idMasked, other, today }: IdentityFieldsProps) {
  const { name, idType, idNumber, birthOn, sex } = values;
  const more = other || asksMore(idType);
  const number = {
    name: 'idNumber',
    label: '正确的证件号码',
    optional: true,
    defaultValue: idNumber,
    hint: `登记的是 ${idMasked}，没有错就不用填。${more ? '' : follows}`,
  };
  return (
    <>
      <TextField
        name="name"
        label="正确的姓名"
        hint="照证件填。没有错就不用改。"
        defaultValue={name}
        maxLength={50}
        autoComplete="off"
      />
      {idMasked !== null && (
        <>
          {other && (
            <SelectField
              name="idType"
              label="证件类型"
              options={identityDocumentTypes.map((value) => ({
                value,
                label: identityDocumentLabels[value],
              }))}
              defaultValue={idType ?? undefined}
            />
          )}
          {idType === 'resident_id' && !other ? (
            <IdField {...number} />
          ) : (
            <TextField {...number} maxLength={40} autoComplete="off" />
          )}
          {more && (
            <>
              <DateField
                name="birthOn"
                label="出生日期"
                hint="照证件上的填。证件号里有的，以号码为准。"
                max={today}
                defaultValue={asksMore(idType) ? (birthOn ?? undefined) : undefined}
                optional={!asksMore(idType)}
              />
              <RadioGroup
                name="sex"
                label="性别"
                optional={!asksMore(idType)}
                options={sexes}
                defaultValue={asksMore(idType) ? (sex ?? undefined) : undefined}
                columns
              />
            </>
          )}
        </>
      )}
    </>
  );
}
