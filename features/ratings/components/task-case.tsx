import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { Panel } from '@/components/ui/card';
import { KeyValues } from '@/components/ui/summary-list';
import { formatDateTime, formatDay, todayOn } from '@/lib/dates';
import { answerTaskAction } from '../actions';
import type { OpenTask } from '../queries/desk-ratings';
import { isTaskOverdue, type Level, levelLabels, reasonLabels, taskLabels } from '../rules';

/** One poor rating and the answer to it. The person is told; who it is is not shown. */
export function TaskCase({ task }: { task: OpenTask }) {
  const { now } = task;
  const today = todayOn(now);
  const due = formatDay(task.dueOn, today);
  const rows = [
    { label: '事项', value: task.title },
    ...(task.caseNumber ? [{ label: '办件号', value: task.caseNumber }] : []),
    { label: '评价', value: levelLabels[task.level as Level] },
    {
      label: '原因',
      value: task.reasons.map((r) => reasonLabels[r] ?? r).join('、') || '没有选',
    },
    {
      label: '留言',
      value: <span className="whitespace-pre-line">{task.comment ?? '没有写'}</span>,
    },
    { label: '评价时间', value: formatDateTime(task.createdAt, now) },
    { label: '答复期限', value: isTaskOverdue(task, today) ? `${due}（已超期）` : due },
  ];
  return (
    <div className="grid max-w-[60em] gap-4">
      <Panel title="评价内容" note="每次打开都有记录">
        <KeyValues rows={rows} single />
      </Panel>
      {task.answer && (
        <Panel
          title={task.status === 'open' ? '上次的答复，本人说还没解决' : taskLabels[task.status]}
          note={task.answeredAt && formatDateTime(task.answeredAt, now)}
        >
          <p className="whitespace-pre-line">{task.answer}</p>
        </Panel>
      )}
      {task.status === 'open' && (
        <Panel title="整改答复">
          <Form action={answerTaskAction}>
            <input type="hidden" name="ratingId" value={task.ratingId} />
            <input type="hidden" name="version" value={task.version} />
            <TextArea
              name="answer"
              label="查到了什么，怎么改的"
              hint="本人会看到，并确认解决了没有"
              maxLength={500}
              rows={5}
            />
            <div className="mt-4">
              <SubmitButton block={false} pendingText="发送中…">
                答复本人
              </SubmitButton>
            </div>
          </Form>
        </Panel>
      )}
    </div>
  );
}
