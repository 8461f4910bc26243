import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Panel } from '@/components/ui/card';
import { foldOf } from '@/components/ui/disclosure';
import { pairRecordsAction } from '../actions';

/** Two records that an officer knows to be one. */
export function PairForm({ kind }: { kind: 'person' | 'employer' }) {
  const label = kind === 'person' ? '会员号或手机号' : '信用代码或单位全称';
  return (
    <Panel className="mt-4 max-w-[560px]">
      <Form
        action={pairRecordsAction}
        part="pair"
        isPrivate
        aria-label="指定两条"
        fold={foldOf('系统没有找到？指定两条来核对')}
      >
        <input type="hidden" name="kind" value={kind} />
        <FieldStack>
          <TextField name="first" label={`记录一的${label}`} maxLength={60} autoComplete="off" />
          <TextField name="second" label={`记录二的${label}`} maxLength={60} autoComplete="off" />
          <SubmitButton block={false} variant="secondary">
            核对这两条
          </SubmitButton>
        </FieldStack>
      </Form>
    </Panel>
  );
}
