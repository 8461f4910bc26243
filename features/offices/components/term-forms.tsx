import { DateField } from '@/components/forms/date-field';
import { RadioGroup } from '@/components/forms/radio-group';
import { TextField } from '@/components/forms/text-field';
import { foldOf } from '@/components/ui/disclosure';
import { enterCertificateAction, enterTermAction } from '../actions';
import type { OfficesScreen } from '../queries/offices';
import { OfficeForm } from './office-form';

interface FormProps {
  screen: OfficesScreen;
}

/** A 届 from its 批复: of a union that was founded before the portal. */
export function TermForm({ screen: { union, term, today } }: FormProps) {
  return (
    <OfficeForm
      action={enterTermAction}
      part="term"
      fold={foldOf('登记一届任期', term === null)}
      union={union}
      submit="登记任期"
    >
      <TextField
        name="ordinal"
        label="第几届"
        inputMode="numeric"
        maxLength={2}
        defaultValue={String((term?.ordinal ?? 0) + 1)}
        hint={term ? '在这里建会、换届的会自动登记，不用再填' : undefined}
      />
      <DateField
        name="beganOn"
        label="批复日期"
        max={today}
        defaultValue={term ? undefined : (union.foundedOn ?? undefined)}
        hint={
          !term && union.foundedOn
            ? '先填的是建会日期；换过届的改成最近一次批复的日期'
            : '任期从这天开始'
        }
      />
      <RadioGroup
        name="years"
        label="任期"
        columns
        options={[
          { value: '3', label: '3 年' },
          { value: '5', label: '5 年' },
        ]}
      />
      <TextField name="documentNo" label="批复文号" maxLength={40} />
    </OfficeForm>
  );
}

/** The certificate of a union that was registered before the portal. */
export function CertificateForm({ screen: { union, term, today } }: FormProps) {
  return (
    <OfficeForm
      action={enterCertificateAction}
      part="certificate"
      fold={foldOf('登记证书')}
      union={union}
      submit="登记证书"
    >
      <TextField name="number" label="证书编号" maxLength={40} hint="原来的证书会标为作废" />
      <DateField name="issuedOn" label="发证日期" max={today} />
      <DateField
        name="validTo"
        label="有效期到"
        defaultValue={term?.endsOn ?? ''}
        hint="一般和任期同一天到期"
      />
    </OfficeForm>
  );
}
