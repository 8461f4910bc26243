import { CheckboxField } from '@/components/forms/checkbox-field';
import { CheckboxGroup } from '@/components/forms/checkbox-group';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { LinkButton } from '@/components/ui/link-button';
import {
  canDecide,
  decidingValues,
  hasChoices,
  type Question,
  type QuestionType,
} from '../rules/question';

interface QuestionFormProps {
  action: FormAction;
  fields: Readonly<Record<string, string>>;
  type: QuestionType;
  /** The questions before this one: a condition looks only backwards. */
  earlier: readonly Question[];
  question?: Question;
  keptDays: number;
  /** Sessions that a question may be limited to. */
  sessions: readonly { id: string; title: string }[];
  backHref: string;
  idempotencyKey?: string;
}

function valuesOf({ question: q, keptDays }: QuestionFormProps): Record<string, string | string[]> {
  const yes = (on: boolean | undefined) => (on ? ['yes'] : []);
  return {
    label: q?.label ?? '',
    hint: q?.hint ?? '',
    required: yes(q?.required),
    choices: q?.choices.join('\n') ?? '',
    least: q?.least === null ? '' : String(q?.least ?? ''),
    most: q?.most === null ? '' : String(q?.most ?? ''),
    condition: q?.condition ? `${q.condition.questionId}|${q.condition.value}` : '',
    sessionIds: [...(q?.sessionIds ?? [])],
    sensitive: yes(q?.sensitive),
    keptDays: String(q?.keptDays ?? keptDays),
  };
}

const limitLabels: Partial<Record<QuestionType, readonly [string, string]>> = {
  text: ['最少字数', '最多字数'],
  paragraph: ['最少字数', '最多字数'],
  choices: ['最少选几项', '最多选几项'],
  number: ['最小', '最大'],
};

function Limits({ type }: { type: QuestionType }) {
  const labels = limitLabels[type];
  if (!labels) return null;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField name="least" label={labels[0]} optional inputMode="numeric" maxLength={8} />
      <TextField name="most" label={labels[1]} optional inputMode="numeric" maxLength={8} />
    </div>
  );
}

function ConditionField({ earlier }: { earlier: readonly Question[] }) {
  const deciders = earlier.filter((q) => canDecide(q.type));
  if (deciders.length === 0) return null;
  return (
    <SelectField
      name="condition"
      label="什么时候显示"
      placeholder="一直显示"
      hint="只能看排在前面的单选、多选、勾选同意"
      options={deciders.map((q) => ({
        group: q.label,
        options: decidingValues(q).map((value) => ({
          value: `${q.id}|${value}`,
          label: q.type === 'consent' ? '勾选了才显示' : `答“${value}”才显示`,
        })),
      }))}
    />
  );
}

/** One question as an officer writes it; only what its kind has. */
export function DeskQuestionForm(props: QuestionFormProps) {
  const { action, fields, type, earlier, question, sessions, backHref, idempotencyKey } = props;
  const initial = { status: 'idle' as const, values: valuesOf(props) };
  const consent = type === 'consent';
  return (
    <Form action={action} initial={initial} idempotencyKey={idempotencyKey}>
      {Object.entries({ ...fields, type }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FieldStack>
        {consent ? (
          <TextArea
            name="label"
            label="同意的内容"
            hint="会员勾选的就是这句话；改了字就要重新同意"
            maxLength={200}
            rows={3}
          />
        ) : (
          <TextField name="label" label="问题" hint="如：是否住校" maxLength={60} />
        )}
        <TextField name="hint" label="提示" optional maxLength={100} />
        {hasChoices(type) && (
          <TextArea name="choices" label="选项" hint="每行一个，2–20 个" rows={5} />
        )}
        <Limits type={type} />
        <CheckboxField name="required" label="必填" />
        <ConditionField earlier={earlier} />
        {sessions.length > 1 && (
          <CheckboxGroup
            name="sessionIds"
            label="只问哪几场"
            optional
            hint="一场都不勾，就每一场都问"
            options={sessions.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
        {!consent && (
          <CheckboxField
            name="sensitive"
            label="敏感"
            hint="加密保存，只有本次服务的工作人员点“查看”才能看，每次有记录。身体、证件、家庭困难等都要勾"
          />
        )}
        <TextField
          name="keptDays"
          label="最后一场结束后保留几天"
          hint="到期自动删除，留数据删除记录"
          inputMode="numeric"
          maxLength={4}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton block={false}>{question ? '保存' : '加上这一题'}</SubmitButton>
          <LinkButton variant="secondary" href={backHref}>
            返回
          </LinkButton>
        </div>
      </FieldStack>
    </Form>
  );
}
