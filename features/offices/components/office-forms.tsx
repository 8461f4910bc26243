import { DateField } from '@/components/forms/date-field';
import { RadioGroup } from '@/components/forms/radio-group';
import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';
import { Disclosures, foldOf } from '@/components/ui/disclosure';
import { endOfficeAction, linkHolderAction, seatHolderAction } from '../actions';
import type { OfficesScreen } from '../queries/offices';
import { bodyLabels, officePostLabels, postOf } from '../rules/labels';
import { OfficeForm } from './office-form';
import { CertificateForm, TermForm } from './term-forms';

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

interface FormProps {
  screen: OfficesScreen;
}

const DocumentField = () => (
  <TextField name="documentNo" label="批复文号" maxLength={40} hint="照上级批复的纸面填" />
);

function SeatForm({ screen }: FormProps) {
  const { term, today } = screen;
  if (!term) return null;
  return (
    <OfficeForm
      action={seatHolderAction}
      part="seat"
      fold={foldOf('补选、增选')}
      union={screen.union}
      submit="登记任职"
    >
      <SelectField
        name="body"
        label="哪个委员会"
        placeholder="请选"
        options={options(bodyLabels)}
      />
      <SelectField
        name="post"
        label="职务"
        placeholder="请选"
        options={options(officePostLabels)}
      />
      <TextField name="name" label="姓名" maxLength={30} />
      <TextField
        name="memberNo"
        label="会员号"
        optional
        maxLength={20}
        hint="填了，转会或退会时任职跟着结束"
      />
      <DateField name="fromOn" label="任职日期" min={term.beganOn} max={today} />
      <DocumentField />
    </OfficeForm>
  );
}

function holderOptions({ holders }: OfficesScreen) {
  return holders
    .filter(({ endedOn }) => endedOn === null)
    .map(({ id, name, body, post }) => ({
      value: id,
      label: `${name}（${bodyLabels[body]}${postOf(body, post)}）`,
    }));
}

function EndForm({ screen }: FormProps) {
  return (
    <OfficeForm
      action={endOfficeAction}
      part="end"
      fold={foldOf('辞职、调整')}
      union={screen.union}
      submit="登记离任"
      quiet
    >
      <SelectField name="officeId" label="谁" placeholder="请选" options={holderOptions(screen)} />
      <RadioGroup
        name="reason"
        label="为什么"
        options={[
          { value: 'resigned', label: '本人辞职' },
          { value: 'removed', label: '罢免、调整' },
        ]}
      />
      <DateField name="endedOn" label="离任日期" max={screen.today} />
      <DocumentField />
    </OfficeForm>
  );
}

function LinkForm({ screen }: FormProps) {
  return (
    <OfficeForm
      action={linkHolderAction}
      part="link"
      fold={foldOf('对应到会员')}
      union={screen.union}
      submit="对应"
      quiet
    >
      <SelectField name="officeId" label="谁" placeholder="请选" options={holderOptions(screen)} />
      <TextField
        name="memberNo"
        label="会员号"
        maxLength={20}
        hint="同名不算，要填会员号。转会或退会时任职跟着结束"
      />
    </OfficeForm>
  );
}

/** What whoever keeps the offices may type, each folded away. */
export function OfficeForms({ screen }: FormProps) {
  const some = screen.holders.some(({ endedOn }) => endedOn === null);
  return (
    <Disclosures>
      <SeatForm screen={screen} />
      {some && <EndForm screen={screen} />}
      {some && <LinkForm screen={screen} />}
      <TermForm screen={screen} />
      <CertificateForm screen={screen} />
    </Disclosures>
  );
}
