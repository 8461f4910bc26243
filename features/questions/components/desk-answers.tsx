import type { FormAction } from '@/components/forms/form-state';
import { TextLink } from '@/components/ui/app-link';
import { Section } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { KeyValues } from '@/components/ui/summary-list';
import { Tag } from '@/components/ui/tag';
import { bookingStatusLabels } from '@/features/bookings/rules/booking';
import { formatDateTime } from '@/lib/dates';
import type { CaseAnswers } from '../queries/case-answers';
import type { AnsweredItem } from '../queries/desk-form';
import { RevealAnswers } from './reveal-answers';

/** The answers of one booking for its staff; what is sensitive opens on request, which is recorded. */
export function CaseAnswersPanel({
  answers,
  reveal,
}: {
  answers: CaseAnswers;
  reveal: FormAction;
}) {
  const { lines, open, now } = answers;
  if (lines.length === 0 && open.length === 0) return null;
  const closed = lines.filter((line) => line.words === null);
  return (
    <section aria-labelledby="answers-title" className="mb-4">
      <h2 id="answers-title">回答</h2>
      {open.length > 0 && (
        <Notice tone="warning" className="my-2">
          {`需补充：${open.join('、')}`}
        </Notice>
      )}
      <KeyValues
        single
        rows={lines.map((line) => ({
          label: line.label,
          value: (
            <span className="whitespace-pre-line">
              {line.withdrawnAt
                ? `已于 ${formatDateTime(line.withdrawnAt, now)} 撤回同意`
                : (line.words ?? '已填，未显示')}
              {line.outdated && <Tag className="ml-2">旧版回答</Tag>}
            </span>
          ),
        }))}
      />
      {closed.length > 0 && (
        <RevealAnswers key={answers.id} action={reveal} bookingId={answers.id} />
      )}
    </section>
  );
}

const columns = (offeringId: string, now: Date): Column<AnsweredItem>[] => [
  {
    head: '报名人',
    cell: (item) => (
      <TextLink href={`/desk/offerings/${offeringId}/questions/answers/${item.bookingId}`}>
        {item.attendee}
      </TextLink>
    ),
  },
  { head: '场次', cell: (item) => item.session },
  { head: '状态', cell: (item) => bookingStatusLabels[item.status] },
  {
    head: '回答',
    cell: (item) => (item.open > 0 ? <Tag tone="warning">需补充</Tag> : '已答完'),
  },
  {
    head: '时间',
    className: 'whitespace-nowrap',
    cell: (item) => formatDateTime(item.updatedAt, now),
  },
];

/** Who has answered, names masked, with the way to each. */
export function AnsweredPanel(props: {
  offeringId: string;
  items: readonly AnsweredItem[];
  now: Date;
}) {
  return (
    <Section title="收到的回答" className="min-w-0">
      <DataTable
        caption="收到的回答"
        columns={columns(props.offeringId, props.now)}
        rows={props.items}
        keyOf={(item) => item.bookingId}
        empty={<EmptyState title="还没有人回答" />}
      />
    </Section>
  );
}
