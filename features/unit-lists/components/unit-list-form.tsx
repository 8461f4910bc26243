import { FieldStack } from '@/components/forms/field-stack';
import { FileField } from '@/components/forms/file-field';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextLink } from '@/components/ui/app-link';
import { isForChildren } from '@/features/bookings/rules/attendee';
import type { Kind } from '@/features/offerings/schema/offering';

interface FormProps {
  action: FormAction;
  idempotencyKey: string;
  offeringId: string;
  sessionId: string;
  kind: Kind;
  unions: readonly { id: string; name: string }[];
  union: string;
  by: 'paste' | 'file' | 'roster';
  /** The lines of the draft that is being corrected. */
  lines?: string;
  roster: { people: readonly { id: string; name: string; phone: string }[]; whole: boolean };
}

function Roster({ people, whole }: FormProps['roster']) {
  return (
    <fieldset>
      <legend className="mb-2 font-semibold">勾选要报名的人</legend>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(200px,1fr))] gap-1 rounded-card border border-line bg-surface p-2">
        {people.map((one) => (
          <li key={one.id}>
            <label className="flex min-h-11 items-center gap-2 px-2">
              <input type="checkbox" name="people" value={one.id} className="size-5" />
              {one.name}
              <span className="text-ink-2">尾号 {one.phone}</span>
            </label>
          </li>
        ))}
      </ul>
      {!whole && (
        <p className="mt-2 text-ink-2">只列出前 {people.length} 人。人多请改用粘贴或上传表格。</p>
      )}
    </fieldset>
  );
}

/** Names for one session, in the way that suits the chair; nothing happens before the next page. */
export function UnitListForm(props: FormProps) {
  const { action, idempotencyKey, offeringId, sessionId, kind, unions, union, by, lines, roster } =
    props;
  const child = isForChildren(kind);
  return (
    <Form action={action} idempotencyKey={idempotencyKey}>
      <input type="hidden" name="offeringId" value={offeringId} />
      <input type="hidden" name="sessionId" value={sessionId} />
      <FieldStack>
        {unions.length > 1 ? (
          <SelectField
            name="organisationId"
            label="给哪个工会的会员报名"
            options={unions.map((u) => ({ value: u.id, label: u.name }))}
            defaultValue={union}
          />
        ) : (
          <input type="hidden" name="organisationId" value={union} />
        )}
        {by === 'paste' && (
          <TextArea
            name="pasted"
            label="粘贴名单"
            hint={
              child
                ? '一行一个孩子：职工姓名，手机号，孩子姓名。可以从表格里整列复制'
                : '一行一个人：姓名，手机号。可以从表格里整列复制'
            }
            defaultValue={lines}
            rows={12}
          />
        )}
        {by === 'file' && (
          <p>
            <TextLink href={`/api/desk/unit-lists/template${child ? '?child=1' : ''}`}>
              下载模板
            </TextLink>
            ，填好再传；用自己的表格也行。
          </p>
        )}
        {by === 'file' && (
          <FileField
            name="table"
            label="上传表格"
            hint={`有栏名就行：姓名、手机号${child ? '、孩子姓名' : ''}，上面可以有标题。隐藏的行不读入`}
            accept=".xlsx,.csv"
            limits=".xlsx 或 .csv，最多 5000 行"
            buttonText="选表格"
          />
        )}
        {by === 'roster' && <Roster {...roster} />}
        <SubmitButton pendingText="正在核对…">核对名单</SubmitButton>
      </FieldStack>
    </Form>
  );
}
