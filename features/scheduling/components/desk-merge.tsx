import { Form } from '@/components/forms/form';
import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { Notice } from '@/components/ui/notice';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import type { DeskSession } from '@/features/offerings/queries/sessions-of';
import { timedOf } from '@/features/offerings/rules/meetings';
import { seatsLeft } from '@/features/offerings/rules/offering';
import { sessionWhen } from '@/features/offerings/rules/times';
import { formatDateTime } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { mergeSessionsAction, undoMergeAction } from '../actions';
import type { MergeLine, MergePreview } from '../queries/merge-preview';
import { mergeWords } from '../words';

/** Which class into which: links, so that the preview has an address. */
export function MergeChoice({ offering, from }: { offering: DeskOffering; from: DeskSession }) {
  const { now } = offering;
  const others = offering.live.filter((s) => s.id !== from.id && s.startsAt > now);
  return (
    <Panel title={`“${from.title}”并到哪一场`}>
      {others.length === 0 && <p className="text-ink-2">本项服务没有别的场次可并。</p>}
      <ul>
        {others.map((s) => (
          <li key={s.id} className="border-b border-line py-2 last:border-b-0">
            <TextLink
              className="reach inline-flex min-h-6 items-center"
              href={`/desk/offerings/${offering.id}/settings/merge?from=${from.id}&into=${s.id}`}
            >
              {`${s.title}，${sessionWhen(timedOf(s), now)}`}
            </TextLink>
            <span className="block text-ink-2">{`${s.place}，空着 ${seatsLeft(s)} 个名额`}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Why it cannot be done now, with the numbers and what to do; null when it can. */
function blocked({ refused, missing, placed, waiting }: MergePreview, title: string) {
  if (refused) return mergeWords[refused];
  if (placed + waiting === 0) return mergeWords.nobody;
  return missing > 0 ? mergeWords.no_room({ title, missing }) : null;
}

function Misfits({ misfits }: Pick<MergePreview, 'misfits'>) {
  if (misfits.length === 0) return null;
  return (
    <div className="mt-4">
      <p className="mb-2">
        <b>{misfits.length} 人不符合，留在原班，请逐个联系：</b>
      </p>
      <DataTable
        caption="不符合的人"
        rows={misfits}
        keyOf={(m) => m.id}
        columns={[
          { head: '姓名', cell: (m) => <b>{m.attendee}</b> },
          { head: '预约号', cell: (m) => m.number, className: 'whitespace-nowrap' },
          { head: '原因', cell: (m) => m.words },
        ]}
      />
    </div>
  );
}

interface PreviewProps {
  offering: DeskOffering;
  from: DeskSession;
  into: DeskSession;
  preview: MergePreview;
}

/** Who fits and who does not, before anybody is moved; then one button. */
export function MergePreviewPanel({ offering, from, into, preview }: PreviewProps) {
  const { placed, waiting, misfits, sameHours } = preview;
  const stop = blocked(preview, into.title);
  const stays = misfits.length > 0 ? '原班留着' : `“${from.title}”随后取消`;
  return (
    <Panel title={`“${from.title}”并到“${into.title}”`}>
      <p>{`${sessionWhen(timedOf(into), offering.now)}，${into.place}，空着 ${seatsLeft(into)} 个名额。`}</p>
      <p className="mt-2">
        {`${placed} 人带着名额过去${waiting > 0 ? `，${waiting} 人接着候补` : ''}；${stays}。`}
        {sameHours ? '时间不变，只通知。' : '时间变了，每个人都会收到通知，请他答复能不能来。'}
      </p>
      <Misfits misfits={misfits} />
      {stop ? (
        <Notice tone="warning" className="mt-4">
          {stop}。
        </Notice>
      ) : (
        <Form
          action={mergeSessionsAction}
          idempotencyKey={newId()}
          className="mt-4 flex max-w-form flex-col gap-4"
          aria-label="并班"
        >
          <input type="hidden" name="fromId" value={from.id} />
          <input type="hidden" name="intoId" value={into.id} />
          <input type="hidden" name="expected" value={placed + waiting + misfits.length} />
          <TextField name="reason" label="原因" maxLength={100} hint="会记下来，如：两个班都没满" />
          <SubmitButton block={false}>并班，通知 {placed + waiting} 人</SubmitButton>
        </Form>
      )}
    </Panel>
  );
}

/** What was merged, with the way back while nothing has changed. */
export function MergeList({ merges, now }: { merges: readonly MergeLine[]; now: Date }) {
  if (merges.length === 0) return null;
  return (
    <Panel title="已并的班">
      {merges.map((m) => (
        <div key={m.id} className="border-t border-line py-3 first:border-t-0 first:pt-0">
          <p>
            {`${formatDateTime(m.mergedAt, now)}，“${m.from}”并到“${m.into}”，${m.moved} 人${m.stayed > 0 ? `，${m.stayed} 人留在原班` : ''}`}
            {m.undoneAt && `；${formatDateTime(m.undoneAt, now)} 已撤回`}
          </p>
          {!m.undoneAt && (
            <InlineForm action={undoMergeAction} fields={{ mergeId: m.id }} className="mt-2">
              <SubmitButton small block={false} variant="secondary">
                撤回，都回原班
              </SubmitButton>
            </InlineForm>
          )}
        </div>
      ))}
    </Panel>
  );
}
