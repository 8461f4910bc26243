import { CheckboxField } from '@/components/forms/checkbox-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { Panel } from '@/components/ui/card';
import type { Kind } from '@/features/offerings/schema/offering';
import { newId } from '@/lib/ids';
import type { RuleValues } from '../rules/rule-rows';

interface Proposed {
  offeringId?: string;
  /** Where one session's own conditions are saved. */
  sessionId?: string;
  kind: Kind;
  values: RuleValues;
}

const Hidden = ({ offeringId, sessionId, kind, values }: Proposed) => (
  <>
    {offeringId && <input type="hidden" name="offeringId" value={offeringId} />}
    {sessionId && <input type="hidden" name="sessionId" value={sessionId} />}
    <input type="hidden" name="kind" value={kind} />
    {Object.entries(values).flatMap(([name, value]) =>
      [value].flat().map((v) => <input key={`${name}-${v}`} type="hidden" name={name} value={v} />),
    )}
  </>
);

interface SaveRulesProps extends Proposed {
  action: FormAction;
  version: number;
  /** Once somebody has booked. */
  needsReason: boolean;
  /** The warning was shown: no member fits. */
  nobody: boolean;
}

/** The red button: what was previewed becomes the next version. */
export function SaveRules({ action, version, needsReason, nobody, ...proposed }: SaveRulesProps) {
  return (
    <Panel title={`存为第 ${version + 1} 版`}>
      <Form action={action} idempotencyKey={newId()} aria-label="保存条件">
        <Hidden {...proposed} />
        <input type="hidden" name="version" value={version} />
        <FieldStack>
          <TextArea
            name="reason"
            label="为什么改"
            optional={!needsReason}
            maxLength={200}
            rows={2}
            hint={needsReason ? '已有人报名，必须写明；存在历史里' : '存在历史里，以后的人看得到'}
          />
          {nobody && <CheckboxField name="evenSo" label="没有会员能报，仍要保存" />}
          <SubmitButton block={false} pendingText="保存中…">
            保存条件
          </SubmitButton>
        </FieldStack>
      </Form>
    </Panel>
  );
}

/** 存为常用条件: the same proposal under a name. */
export function KeepRules({ action, ...proposed }: Proposed & { action: FormAction }) {
  return (
    <Panel title="留着以后用">
      <Form action={action} idempotencyKey={newId()} aria-label="存为常用条件">
        <Hidden {...proposed} />
        <FieldStack>
          <TextField name="title" label="名称" maxLength={30} hint="如：女职工 35–64 岁" />
          <SubmitButton block={false} variant="secondary">
            存为常用条件
          </SubmitButton>
        </FieldStack>
      </Form>
    </Panel>
  );
}
