import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { foldOf } from '@/components/ui/disclosure';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { formatDateTime } from '@/lib/dates';
import type { UnitList } from '../queries/unit-list';
import { foreseen, noteWords } from '../rules/unit-list';

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
    <Form
      action={action}
      idempotencyKey={idempotencyKey}
      fold={foldOf(`撤回整份名单（${formatDateTime(until, list.now)}前可以）`)}
    >
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
  );
}
