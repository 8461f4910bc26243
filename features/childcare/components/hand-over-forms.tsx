import { CodeField } from '@/components/forms/code-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Section } from '@/components/ui/card';
import { Disclosures, foldOf } from '@/components/ui/disclosure';
import { formatPhone } from '@/lib/format';
import type { ChildRecord } from '../queries/child-record';
import { dayState } from '../rules/class-day';
import { Face } from './face';

interface PersonProps {
  record: ChildRecord;
  who: string;
  name: string;
  relation: string;
  phone: string;
  photo: string | null;
  isIn: boolean;
  action: FormAction;
}

function Person({ record, who, name, relation, phone, photo, isIn, action }: PersonProps) {
  const { sessionId, bookingId } = record;
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-line px-4 py-3 not-first:border-t">
      <div className="flex min-w-0 items-center gap-3">
        {photo && <Face photo={photo} name={name} />}
        <p className="min-w-0">
          <b>{name}</b>
          <span className="block text-secondary text-ink-2">
            {relation}{' '}
            <a className="link reach" href={`tel:${phone}`}>
              {formatPhone(phone)}
            </a>
          </span>
        </p>
      </div>
      {isIn && (
        <InlineForm action={action} fields={{ by: 'person', sessionId, bookingId, who }}>
          <SubmitButton block={false} variant="secondary" pendingText="登记中…">
            交给{relation}
          </SubmitButton>
        </InlineForm>
      )}
    </li>
  );
}

/** Who may fetch the child, one button each; a one-day code for others; a stranger is turned away. */
export function HandOverForms({ record, action }: { record: ChildRecord; action: FormAction }) {
  const isIn = dayState(record.day) === 'in';
  const hidden = (by: string) => (
    <>
      <input type="hidden" name="by" value={by} />
      <input type="hidden" name="sessionId" value={record.sessionId} />
      <input type="hidden" name="bookingId" value={record.bookingId} />
    </>
  );
  return (
    <>
      <Section title="谁能接">
        <ul className="rounded-card border border-line bg-surface">
          {record.guardians.map(({ id, ...one }) => (
            <Person
              key={id}
              {...one}
              photo={null}
              who={`guardian:${id}`}
              record={record}
              isIn={isIn}
              action={action}
            />
          ))}
          {record.people.map(({ key, ...one }) => (
            <Person
              key={key}
              {...one}
              who={`listed:${key}`}
              record={record}
              isIn={isIn}
              action={action}
            />
          ))}
        </ul>
      </Section>
      {isIn && (
        <Section title="名单上没有这个人">
          <Disclosures>
            <Form action={action} aria-label="凭码交接" fold={foldOf('有一次性接送码', true)}>
              {hidden('code')}
              <FieldStack>
                <CodeField name="code" label="接送码" hint="家长今天在手机上生成的 6 位数字" />
                <SubmitButton>核对并交接</SubmitButton>
              </FieldStack>
            </Form>
            <Form action={action} aria-label="不交接" fold={foldOf('没有接送码，不交接')}>
              {hidden('stranger')}
              <FieldStack>
                <TextField name="stranger" label="来的人自称" optional maxLength={40} />
                <SubmitButton variant="secondary">记下并告诉家长</SubmitButton>
              </FieldStack>
            </Form>
          </Disclosures>
        </Section>
      )}
    </>
  );
}
