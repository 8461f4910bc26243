import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SearchSelect, type TreeOption } from '@/components/forms/search-select';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { foldOf } from '@/components/ui/disclosure';
import { endSecondmentAction, enterSecondmentAction } from '../actions';
import type { Secondment } from '../queries/secondments';

const nowhere = { value: '', label: '不是本系统的工会', depth: 0, reading: '' };

interface EnterFormProps {
  personId: string;
  hosts: readonly TreeOption[];
  /** YYYY-MM-DD */
  today: string;
}

/** Enters a secondment, folded away: it is rare. */
export function EnterForm({ personId, hosts, today }: EnterFormProps) {
  return (
    <Form
      action={enterSecondmentAction}
      part="second"
      aria-label="登记借调"
      fold={foldOf('登记借调（会籍不动，通知本人）')}
    >
      <FieldStack>
        <input type="hidden" name="personId" value={personId} />
        <SearchSelect
          name="hostId"
          label="借调到哪个工会"
          search="找工会，拼音、首字母也可以"
          options={[nowhere, ...hosts]}
          defaultValue=""
        />
        <TextField
          name="hostName"
          label="单位名称"
          optional
          maxLength={60}
          hint="不是本系统的工会时填"
        />
        <DateField name="startsOn" label="从哪天起" defaultValue={today} />
        <DateField name="endsOn" label="到哪天为止" hint="含当天；到期自动结束" />
        <TextField name="reason" label="原因" maxLength={100} hint="本人看得到；写明依据" />
        <SubmitButton block={false} variant="secondary">
          登记借调
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}

/** Ends one before its time; one that has not begun is withdrawn. */
export function EndForm({ line, today }: { line: Secondment; today: string }) {
  const coming = line.state === 'coming';
  const title = `${coming ? '取消' : '提前结束'}到${line.host}的借调`;
  return (
    <Form
      action={endSecondmentAction}
      part={`end-${line.id}`}
      aria-label={title}
      fold={foldOf(title)}
    >
      <FieldStack>
        <input type="hidden" name="secondmentId" value={line.id} />
        {coming ? (
          <input type="hidden" name="endedOn" value={line.startsOn} />
        ) : (
          <DateField
            name="endedOn"
            label="最后一天"
            defaultValue={today}
            min={line.startsOn}
            max={line.endsOn}
          />
        )}
        <TextField name="reason" label="原因" maxLength={100} hint="本人看得到" />
        <SubmitButton block={false} variant="secondary">
          {coming ? '取消借调' : '结束借调'}
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}
