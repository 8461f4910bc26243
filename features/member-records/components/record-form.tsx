import { CheckboxField } from '@/components/forms/checkbox-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { fillRecordAction } from '../actions';
import type { MyRecord } from '../queries/my-record';
import { byDocument } from '../rules/fields';
import { sensitiveConsent } from '../rules/texts';

type Line = MyRecord['lines'][number];

function Question({ line, locked }: { line: Line; locked: boolean }) {
  const { field, label, why, options, value, word, longest } = line;
  if (options === null)
    return (
      <TextField
        name={field}
        label={label}
        hint={why}
        optional
        maxLength={longest}
        defaultValue={value}
      />
    );
  // Given once: only what stands, or nothing.
  const fixed = field === byDocument && locked;
  const choices = fixed ? options.filter((option) => option.value === value) : options;
  if (fixed && word === null)
    return (
      <p className="text-secondary text-ink-2">{label}：已改成不填。要登记请带证件到工会窗口。</p>
    );
  return (
    <SelectField
      name={field}
      label={label}
      hint={fixed ? '已登记，登记错了请带证件原件到工会窗口更正' : why}
      optional
      placeholder="不填"
      options={choices}
      defaultValue={value}
    />
  );
}

/** 我的登记表: every question may stay empty, each says what it is for. */
export function RecordForm({ record }: { record: MyRecord }) {
  return (
    <Form action={fillRecordAction} isPrivate aria-label="我的登记表">
      <FieldStack>
        {record.lines.map((line) => (
          <Question key={line.field} line={line} locked={record.locked} />
        ))}
        {!record.agreed && (
          <div>
            <CheckboxField
              name="consent"
              label="单独同意：工会使用我的民族、政治面貌、户籍所在地"
              hint="填了这三项才要勾选"
            />
            <details className="mt-1">
              <summary className="link inline-flex min-h-target items-center text-secondary">
                用在哪里，存多久
              </summary>
              <p className="text-secondary text-ink-2">{sensitiveConsent.body}</p>
            </details>
          </div>
        )}
        <SubmitButton pendingText="保存中…">保存</SubmitButton>
      </FieldStack>
    </Form>
  );
}
