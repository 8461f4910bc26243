import { CheckboxGroup } from '@/components/forms/checkbox-group';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextLink } from '@/components/ui/app-link';
import { rateCaseAction } from '../actions';
import { isPoor, type Level, levelLabels, reasonLabels, reasonsAt } from '../rules';
import type { RatedType } from '../schema';

interface RateFormProps {
  rated: { entityType: RatedType; entityId: string };
  level: Level;
  /** What was said before, when it is changed. */
  before: { level: number; reasons: readonly string[]; comment: string | null } | null;
  path: string;
  idempotencyKey: string;
}

/** Why, at the chosen level; a poor one is told that it will be answered. */
export function RateForm({ rated, level, before, path, idempotencyKey }: RateFormProps) {
  const values = before && {
    reasons: before.level === level ? [...before.reasons] : [],
    comment: before.comment ?? '',
  };
  return (
    <Form
      action={rateCaseAction}
      initial={values ? { status: 'idle', values } : undefined}
      idempotencyKey={idempotencyKey}
    >
      <input type="hidden" name="entityType" value={rated.entityType} />
      <input type="hidden" name="entityId" value={rated.entityId} />
      <input type="hidden" name="level" value={level} />
      <p className="mb-6">
        您选了<b>{levelLabels[level]}</b>，<TextLink href={path}>重新选</TextLink>
      </p>
      <FieldStack>
        <CheckboxGroup
          name="reasons"
          label={isPoor(level) ? '哪里不好' : '为什么'}
          hint="可以多选"
          columns
          optional
          options={reasonsAt(level).map((value) => ({ value, label: reasonLabels[value] }))}
        />
        <TextArea
          name="comment"
          label="想说的话"
          optional
          maxLength={300}
          rows={4}
          hint={
            isPoor(level)
              ? '写清楚好整改。不用写病情和证件号'
              : '只有组织单位能看到。不用写病情和证件号'
          }
        />
      </FieldStack>
      <div className="mt-6">
        <SubmitButton pendingText="提交中…">提交评价</SubmitButton>
      </div>
    </Form>
  );
}
