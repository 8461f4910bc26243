import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { Chips } from '@/components/ui/chips';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { Tag, type Tone } from '@/components/ui/tag';
import { formatDateTime } from '@/lib/dates';
import type { ListLine, UnitList } from '../queries/unit-list';
import { foreseen, type LookedOutcome, noteWords, rowOutcomeLabels } from '../rules/unit-list';
import { BookingTag } from './status-tag';

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

// On a phone what stands right of a name comes below it: nobody scrolls sideways for the reason.
const columns: Column<ListLine>[] = [
  { head: '行', cell: (l) => l.rowNo, right: true, className: 'whitespace-nowrap' },
  {
    head: '姓名',
    cell: (l) => (
      <>
        <b className="whitespace-nowrap">{l.name}</b>
        <span className="block text-meta text-ink-3 sm:hidden">{phoneOf(l)}</span>
      </>
    ),
  },
  { head: '手机', cell: phoneOf, className: 'whitespace-nowrap max-sm:hidden' },
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
  {
    head: '现在',
    cell: (l) => l.booking && <BookingTag status={l.booking} />,
    className: 'whitespace-nowrap max-sm:hidden',
  },
];

interface LinesProps {
  list: UnitList;
  outcome: LookedOutcome | undefined;
}

/** The lines of a list with a chip for each outcome; a page holds a hundred. */
export function UnitListLines({ list, outcome }: LinesProps) {
  const base = `/desk/unit-lists/${list.id}`;
  const kinds = Object.keys(rowOutcomeLabels) as LookedOutcome[];
  const chips = [
    { label: `全部 ${list.counts.all ?? 0}`, href: base, current: !outcome },
    ...kinds
      .filter((kind) => (list.counts[kind] ?? 0) > 0)
      .map((kind) => ({
        label: `${rowOutcomeLabels[kind]} ${list.counts[kind]}`,
        href: `${base}?outcome=${kind}`,
        current: outcome === kind,
      })),
  ];
  const after = outcome ? `${base}?outcome=${outcome}&after=` : `${base}?after=`;
  return (
    <>
      <Chips label="结果" chips={chips} wrap />
      <div className="mt-3">
        <DataTable
          caption="名单"
          columns={columns}
          rows={list.lines}
          keyOf={(l) => String(l.rowNo)}
          empty={<EmptyState title="没有这样的行">换一个结果看看。</EmptyState>}
          foot={
            <Pagination
              summary={`共 ${list.counts.all ?? 0} 行`}
              nextHref={list.next ? `${after}${list.next}` : undefined}
            />
          }
        />
      </div>
    </>
  );
}

/** What handing in would do, in one sentence, and the one button that does it. */
export function HandIn({ list, action, idempotencyKey }: DecideProps) {
  const ready = list.counts.ready ?? 0;
  const { placed, queued } = foreseen(ready, list);
  const invited = list.counts.invited ?? 0;
  const rest = (list.counts.all ?? 0) - ready - invited;
  const notes = noteWords(list.counts);
  return (
    <div className="flex flex-col gap-4">
      <Notice tone={ready > 0 && rest === 0 ? 'success' : 'warning'}>
        {ready > 0
          ? `交单后 ${placed} 人有名额${queued > 0 ? `，${queued} 人候补` : ''}，都要本人确认。`
          : '名单里没有可以报的人。'}
        {invited > 0 && `${invited} 人还不是本单位会员，会收到入会短信。`}
        {rest > 0 && `${rest} 行不会报，原因在下面。`}
        还没有交。
      </Notice>
      {notes && <Notice>{notes}</Notice>}
      <Form action={action} idempotencyKey={idempotencyKey}>
        <input type="hidden" name="listId" value={list.id} />
        <div className="flex flex-wrap gap-3">
          {ready + invited > 0 && (
            <SubmitButton block={false} pendingText="正在交…">
              {ready > 0 ? `交单（${ready} 人）` : `只发入会短信（${invited} 人）`}
            </SubmitButton>
          )}
          <LinkButton
            variant="secondary"
            href={`/desk/unit-lists/new?offering=${list.offeringId}&session=${list.sessionId}&union=${list.organisationId}&list=${list.id}`}
          >
            改名单
          </LinkButton>
        </div>
      </Form>
    </div>
  );
}

interface DecideProps {
  list: UnitList;
  action: FormAction;
  idempotencyKey: string;
}

/** Takes the whole list back while the hours last; asks for the reason that everyone will read. */
export function UndoList({ list, action, idempotencyKey }: DecideProps) {
  const until = list.undoUntil;
  if (!until || until <= list.now) return null;
  return (
    <Disclosure summary={`撤回整份名单（${formatDateTime(until, list.now)}前可以）`}>
      <Form action={action} idempotencyKey={idempotencyKey}>
        <input type="hidden" name="listId" value={list.id} />
        <div className="flex flex-col gap-4">
          <TextArea
            name="reason"
            label="撤回的原因"
            hint="名单里的每个人都会看到。已经确认的也会取消，名额让给候补的人"
            maxLength={200}
            rows={3}
          />
          <div>
            <SubmitButton variant="danger" pendingText="正在撤回…">
              撤回整份名单
            </SubmitButton>
          </div>
        </div>
      </Form>
    </Disclosure>
  );
}
