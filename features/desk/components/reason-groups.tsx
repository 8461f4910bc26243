import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { Panel } from '@/components/ui/card';
import { flushFold } from '@/components/ui/disclosure';
import { formatCount } from '@/lib/format';
import { saveReasonsAction } from '../actions';
import type { ReasonGroup } from '../queries/reasons';
import { mostReasons, reasonTitles } from '../rules/reasons';

/** The sentences of each decision with how often they were used, and a form to change them. */
export function ReasonGroups({ groups }: { groups: readonly ReasonGroup[] }) {
  return groups.map(({ kind, decision, reasons }) => (
    <Panel
      key={`${kind}-${decision}`}
      title={reasonTitles[kind][decision]}
      note="一年内用过几次"
      className="mb-6 max-w-[760px]"
    >
      <ul className="lines">
        {reasons.map(({ text, n }) => (
          <li key={text} className="flex justify-between gap-4 py-2">
            <span className="min-w-0">{text}</span>
            <span className="flex-none text-ink-2 tabular-nums">{formatCount(n)} 次</span>
          </li>
        ))}
      </ul>
      <Form
        action={saveReasonsAction}
        part={`${kind}-${decision}`}
        fold={flushFold('修改')}
        aria-label={`修改${reasonTitles[kind][decision]}`}
      >
        <input type="hidden" name="caseKind" value={kind} />
        <input type="hidden" name="decision" value={decision} />
        <FieldStack>
          <TextArea
            name="text"
            label="每行一条"
            hint={`最多 ${mostReasons} 条，申请人会看到。全部删空就恢复最初的`}
            defaultValue={reasons.map(({ text }) => text).join('\n')}
            rows={7}
            maxLength={1300}
          />
          <SubmitButton block={false} pendingText="保存中…">
            保存，马上生效
          </SubmitButton>
        </FieldStack>
      </Form>
    </Panel>
  ));
}
