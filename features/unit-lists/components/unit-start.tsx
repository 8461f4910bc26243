import type { FormAction } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { AppLink } from '@/components/ui/app-link';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { timedOf } from '@/features/offerings/rules/meetings';
import { sessionWhen } from '@/features/offerings/rules/times';
import { formatDateTime } from '@/lib/dates';
import type { Unanswered } from '../queries/unit-start';

type Person = Unanswered['people'][number];

const columnsOf = (now: Date, remind: FormAction): Column<Person>[] => [
  {
    head: '姓名',
    cell: (p) => (
      <>
        <b className="whitespace-nowrap">{p.name}</b>
        <span className="block text-meta text-ink-3">尾号 {p.phoneTail}</span>
      </>
    ),
  },
  {
    head: '服务',
    cell: (p) => (
      <>
        <AppLink href={`/desk/unit-lists/${p.listId}?unanswered=yes`} className="!text-ink">
          {p.title} · {p.session}
        </AppLink>
        <span className="block text-ink-2">{sessionWhen(timedOf(p), now)}</span>
      </>
    ),
    className: 'min-w-[14em]',
  },
  { head: '名额留到', cell: (p) => formatDateTime(p.until, now) },
  {
    head: '',
    cell: (p) => (
      <div className="flex flex-wrap items-center gap-2">
        <InlineForm action={remind} fields={{ listId: p.listId, rowNo: String(p.rowNo) }}>
          <SubmitButton small block={false} variant="secondary" pendingText="正在提醒…">
            提醒<span className="visually-hidden">{p.name}</span>
          </SubmitButton>
        </InlineForm>
        <LinkButton
          small
          variant="secondary"
          href={`/desk/unit-lists/${p.listId}?swap=${p.rowNo}#swap`}
        >
          换人<span className="visually-hidden">：{p.name}</span>
        </LinkButton>
        {p.remindedAt && (
          <span className="basis-full text-meta text-ink-3">
            {formatDateTime(p.remindedAt, now)} 提醒过
          </span>
        )}
      </div>
    ),
  },
];

interface UnansweredProps {
  unanswered: Unanswered;
  remind: FormAction;
}

/** Own people by name who have a place kept and have not said yes. */
export function UnansweredTable({ unanswered, remind }: UnansweredProps) {
  const { people, more, now } = unanswered;
  return (
    <DataTable
      caption="谁还没确认"
      columns={columnsOf(now, remind)}
      rows={people}
      keyOf={(p) => `${p.listId}:${p.rowNo}`}
      empty={
        <EmptyState icon="check-circle" title="没有等着确认的人">
          交了名单以后，还没答复的人会按姓名列在这里。
        </EmptyState>
      }
      foot={more > 0 && <span>另有 {more} 人没列出，请在各份名单里看；健康检查不列姓名</span>}
    />
  );
}
