import { CheckboxField } from '@/components/forms/checkbox-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { Chips } from '@/components/ui/chips';
import { announcementAudiences } from '@/db/schema/enums';
import type { Kind } from '@/features/offerings/schema/offering';
import { audienceLabels, type Target } from '../rules/audience';
import { ANNOUNCEMENT_LENGTH, fieldsFor } from '../rules/fields';

export interface TextChoice {
  readonly key: string;
  readonly name: string;
  readonly href: string;
  readonly current: boolean;
}

interface TextProps {
  /** Null: about no service. */
  kind: Kind | null;
  audience: Target;
  text: string;
}

/** What else is to be known of the fields, where the audience can be chosen. */
const deskHint = '；{截止} 只能发给还没确认的人';

const fieldHint = (audience: Target) =>
  audience === 'segment'
    ? '每个人收到的一样；不写怎么选中他的'
    : `${fieldsFor(audience)
        .map((field) => `{${field}}`)
        .join(' ')} 会换成每个人自己的`;

/** Texts to begin with; each is a link, so that it works without script. */
export function Templates({ templates }: { templates: readonly TextChoice[] }) {
  if (templates.length === 0) return null;
  const chips = templates.map(({ name, href, current }) => ({ label: name, href, current }));
  return <Chips label="用模板开头" chips={chips} wrap />;
}

/** What is said, and whether it goes out by SMS as well. */
export function MessageWords({ kind, audience, text, hint = '' }: TextProps & { hint?: string }) {
  return (
    <>
      <TextArea
        key={text}
        name="text"
        label="要说的话"
        hint={fieldHint(audience) + hint}
        defaultValue={text}
        maxLength={ANNOUNCEMENT_LENGTH}
        rows={5}
      />
      <CheckboxField
        name="bySms"
        label="同时发短信"
        hint={
          kind === 'screening'
            ? '短信只写“您有一条健康服务通知，请登录查看”，不写内容'
            : '夜里写的，早上再发短信；站内消息马上能看'
        }
        defaultChecked
      />
    </>
  );
}

interface FormProps extends TextProps {
  action: FormAction;
  idempotencyKey: string;
}

interface DeskFormProps extends FormProps {
  offeringId: string;
  sessions: readonly { value: string; label: string }[];
  sessionId: string;
}

/** A message to people of an offering; nothing leaves before the next page. */
export function MessageForm(props: DeskFormProps) {
  const { action, idempotencyKey, offeringId, sessions, sessionId, audience } = props;
  return (
    <Form action={action} idempotencyKey={idempotencyKey} aria-label="写消息">
      <input type="hidden" name="offeringId" value={offeringId} />
      <FieldStack>
        <SelectField
          name="audience"
          label="发给谁"
          options={announcementAudiences.map((value) => ({ value, label: audienceLabels[value] }))}
          defaultValue={audience}
        />
        <SelectField
          name="sessionId"
          label="哪一场"
          options={[{ value: '', label: '所有还没结束的场次' }, ...sessions]}
          defaultValue={sessionId}
        />
        <MessageWords {...props} hint={deskHint} />
        <SubmitButton block={false} pendingText="正在数人…">
          看一遍再发
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}

/** A teacher's message to the guardians of the class. */
export function ClassMessageForm({ sessionId, ...props }: FormProps & { sessionId: string }) {
  return (
    <Form action={props.action} idempotencyKey={props.idempotencyKey} aria-label="写消息">
      <input type="hidden" name="sessionId" value={sessionId} />
      <FieldStack>
        <MessageWords {...props} />
        <SubmitButton pendingText="正在数人…">看一遍再发</SubmitButton>
      </FieldStack>
    </Form>
  );
}
