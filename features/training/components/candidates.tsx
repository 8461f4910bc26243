import type { FormAction } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Panel } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import { rateWords } from '@/features/attendance/rules/rate';
import type { Completion } from '../queries/course-certificates';
import { certificateWords, unprintableWords } from '../words';

type Line = Completion['lines'][number];

function Outcome({ line }: { line: Line }) {
  if (line.had) return <Tag tone="success">已发证</Tag>;
  if (line.fulfils && line.missing) return <Tag tone="warning">缺字 {line.missing}</Tag>;
  if (line.fulfils && line.own) return <Tag tone="info">请同事发证</Tag>;
  return line.fulfils ? <Tag tone="info">可发证</Tag> : <Tag>出勤不够</Tag>;
}

/** Everyone of the session with their attendance, and 结业 for whoever reaches what is asked. */
export function Candidates({ completion, issue }: { completion: Completion; issue: FormAction }) {
  const { door, details, lines, due, refusal, held, characters } = completion;
  return (
    <Panel title="谁能结业" note={`出勤达到 ${details.attendanceNeeded}%，已点名 ${held} 次课`}>
      <div className="flex flex-col gap-3">
        {refusal && refusal !== 'unprintable' && <Notice>{certificateWords[refusal]}。</Notice>}
        {characters && <Notice tone="warning">{unprintableWords(characters)}。</Notice>}
        {!refusal && due.length > 0 && (
          <InlineForm action={issue} fields={{ sessionId: door.id }}>
            <SubmitButton block={false} pendingText="发证中…">
              给 {due.length} 人发结业证
            </SubmitButton>
          </InlineForm>
        )}
        <DataTable
          caption="出勤"
          columns={[
            {
              head: '姓名',
              cell: (l) => (
                <>
                  <b>{l.holder.name}</b> <span className="text-ink-2">{l.holder.tail}</span>
                </>
              ),
              className: 'whitespace-nowrap',
            },
            { head: '出勤', cell: (l) => rateWords(l.rate) },
            { head: '结业', cell: (l) => <Outcome line={l} />, className: 'whitespace-nowrap' },
          ]}
          rows={lines}
          keyOf={(l) => l.holder.bookingId}
          empty={<EmptyState title="这一场还没有人">已通过的预约会列在这里。</EmptyState>}
        />
      </div>
    </Panel>
  );
}
