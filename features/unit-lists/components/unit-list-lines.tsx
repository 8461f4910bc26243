import type { ReactNode } from 'react';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Chips } from '@/components/ui/chips';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { Tag, type Tone } from '@/components/ui/tag';
import { BookingTag } from '@/features/bookings/components/status-tag';
import { formatDateTime } from '@/lib/dates';
import type { ListLine, UnitList } from '../queries/unit-list';
import { type LookedOutcome, rowOutcomeLabels } from '../rules/unit-list';
import { type ListPage, unitListHref } from '../rules/unit-list-href';

const tones: Record<LookedOutcome, Tone> = {
  ready: 'success',
  offered: 'success',
  waitlisted: 'neutral',
  full: 'neutral',
  ineligible: 'warning',
  duplicate: 'neutral',
  invited: 'info',
  not_in_unit: 'warning',
  invalid: 'error',
};

const phoneOf = ({ phone }: ListLine) => (phone.length > 4 ? phone : `尾号 ${phone}`);

/** A faulty line of a draft is its own field, as it was pasted; any other reads as what it names. */
function Named({ line }: { line: ListLine }) {
  if (line.typed !== null) {
    return (
      <TextField
        name={`line_${line.rowNo}`}
        label={`第 ${line.rowNo} 行`}
        hideLabel
        defaultValue={line.typed}
        autoComplete="off"
        className="min-w-[16em] max-sm:w-full max-sm:min-w-0"
      />
    );
  }
  return (
    <>
      <b className="whitespace-nowrap">{line.name}</b>
      <span className="block text-meta text-ink-3 sm:hidden">{phoneOf(line)}</span>
    </>
  );
}

// On a phone what stands right of a name comes below it: nobody scrolls sideways for the reason.
const results: Column<ListLine>[] = [
  { head: '行', cell: (l) => l.rowNo, right: true, className: 'whitespace-nowrap' },
  { head: '姓名', cell: (l) => <Named line={l} /> },
  {
    head: '手机',
    cell: (l) => (l.typed === null ? phoneOf(l) : ''),
    className: 'whitespace-nowrap max-sm:hidden',
  },
  {
    head: '结果',
    cell: (l) => (
      <>
        <Tag tone={tones[l.outcome]}>{rowOutcomeLabels[l.outcome]}</Tag>
        <span className="block text-meta text-ink-2 sm:hidden">
          {l.words} {l.booking && <BookingTag status={l.booking} />}
        </span>
      </>
    ),
  },
  { head: '原因', cell: (l) => l.words, className: 'max-sm:hidden' },
];

/** 提醒 while the answer is open, 换人 while the session is ahead. */
function Acts({ list, line, remind }: { list: UnitList; line: ListLine; remind: FormAction }) {
  if (!line.acts) return null;
  const { mayRemind, remindedAt } = line.acts;
  return (
    <div className="no-print flex flex-wrap items-center gap-2">
      {mayRemind && (
        <InlineForm action={remind} fields={{ listId: list.id, rowNo: String(line.rowNo) }}>
          <SubmitButton small block={false} variant="secondary" pendingText="正在提醒…">
            提醒<span className="visually-hidden">{line.name}</span>
          </SubmitButton>
        </InlineForm>
      )}
      <LinkButton
        small
        variant="secondary"
        href={`/desk/unit-lists/${list.id}?swap=${line.rowNo}#swap`}
      >
        换人<span className="visually-hidden">：{line.name}</span>
      </LinkButton>
      {remindedAt && (
        <span className="basis-full text-meta text-ink-3">
          {formatDateTime(remindedAt, list.now)} 提醒过
        </span>
      )}
    </div>
  );
}

const now: Column<ListLine> = {
  head: '现在',
  cell: (l) => l.booking && <BookingTag status={l.booking} />,
  className: 'whitespace-nowrap max-sm:hidden',
};

function columnsOf(list: UnitList, remind: FormAction): Column<ListLine>[] {
  if (list.status === 'draft') {
    return results.map((one) => (one.head === '姓名' ? { ...one, wide: hasFields(list) } : one));
  }
  if (!list.lines.some((line) => line.acts)) return [...results, now];
  const acts = { head: '', cell: (l: ListLine) => <Acts list={list} line={l} remind={remind} /> };
  return [...results, now, acts];
}

interface LinesProps {
  list: UnitList;
  page: ListPage;
  actions: { remind: FormAction; correct: FormAction };
}

const hasFields = (list: UnitList) => list.lines.some((line) => line.typed !== null);

/** Around a table with fields in it, whose next page is reached by sending them; nothing where there are none. */
function Correcting({ list, page, action, children }: CorrectingProps) {
  if (!hasFields(list)) return children;
  return (
    <Form action={action} aria-label="改名单">
      <input type="hidden" name="listId" value={list.id} />
      {page.outcome && <input type="hidden" name="outcome" value={page.outcome} />}
      <p className="mb-3 text-ink-2">
        要改的行直接改在框里，再点“重新核对”。整行清空，就是去掉这一行。
      </p>
      {children}
      <div className="mt-3 flex flex-wrap gap-3">
        <SubmitButton {...check} value={page.after}>
          重新核对
        </SubmitButton>
        {list.next && (
          <SubmitButton {...check} value={list.next}>
            核对，看下一页
          </SubmitButton>
        )}
      </div>
    </Form>
  );
}

const check = {
  ...({ block: false, variant: 'secondary', name: 'after', pendingText: '正在核对…' } as const),
};

interface CorrectingProps {
  list: UnitList;
  page: ListPage;
  action: FormAction;
  children: ReactNode;
}

/** The lines of a list with a chip for each outcome; a page holds a hundred. */
export function UnitListLines({ list, page, actions }: LinesProps) {
  const { outcome, unanswered } = page;
  const waiting = list.kind === 'screening' ? 0 : (list.progress.offered ?? 0);
  const base = `/desk/unit-lists/${list.id}`;
  const kinds = Object.keys(rowOutcomeLabels) as LookedOutcome[];
  const chips = [
    { label: `全部 ${list.counts.all ?? 0}`, href: base, current: !outcome && !unanswered },
    ...(waiting > 0
      ? [
          {
            label: `等本人确认 ${waiting}`,
            href: unitListHref(list.id, { unanswered: 'yes' }),
            current: unanswered === 'yes',
          },
        ]
      : []),
    ...kinds
      .filter((kind) => (list.counts[kind] ?? 0) > 0)
      .map((kind) => ({
        label: `${rowOutcomeLabels[kind]} ${list.counts[kind]}`,
        href: unitListHref(list.id, { outcome: kind }),
        current: outcome === kind,
      })),
  ];
  const next = list.next && !hasFields(list) ? { outcome, unanswered, after: list.next } : null;
  return (
    <>
      <Chips label="结果" chips={chips} wrap />
      <Correcting list={list} page={page} action={actions.correct}>
        <DataTable
          caption="名单"
          columns={columnsOf(list, actions.remind)}
          rows={list.lines}
          keyOf={(l) => String(l.rowNo)}
          empty={<EmptyState title="没有这样的行">换一个结果看看。</EmptyState>}
          foot={
            <Pagination
              summary={`共 ${list.counts.all ?? 0} 行`}
              nextHref={next && unitListHref(list.id, next)}
            />
          }
        />
      </Correcting>
    </>
  );
}
