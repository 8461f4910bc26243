import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { FactList } from '@/components/ui/cell-list';
import { KeyValues } from '@/components/ui/summary-list';
import { formatDateTime } from '@/lib/dates';
import { formatCount } from '@/lib/format';
import { separateRecordsAction } from '../actions';
import type { MergeView } from '../queries/merge';
import { duplicatesWords } from '../words';

const counted = (rows: readonly { label: string; rows: number }[]) =>
  rows.map(({ label, rows: n }) => `${label} ${formatCount(n)}`).join('，');

function Undo({ merge, confirmed }: { merge: MergeView; confirmed: boolean }) {
  if (merge.obstacle) return <p className="text-ink-2">{duplicatesWords[merge.obstacle]}。</p>;
  const here = encodeURIComponent(`/desk/duplicates/merges/${merge.id}`);
  return (
    <>
      <p className="mb-3 text-ink-2">
        两条都恢复成合并前的样子。
        {merge.since.length > 0 && `合并后新有的（${counted(merge.since)}）留在保留的这一条。`}
        合并后改过的资料不覆盖，会列出来。
      </p>
      {confirmed ? (
        <Form action={separateRecordsAction} part="undo" aria-label="拆开">
          <input type="hidden" name="mergeId" value={merge.id} />
          <FieldStack>
            <TextField name="reason" label="为什么拆开" maxLength={100} />
            <SubmitButton block={false} variant="danger" pendingText="拆开中…">
              拆开
            </SubmitButton>
          </FieldStack>
        </Form>
      ) : (
        <p>
          拆开要先<TextLink href={`/staff/confirm?next=${here}`}>输入动态码</TextLink>。
        </p>
      )}
    </>
  );
}

function followed({ moved }: MergeView) {
  return moved.map(({ label, moved: n, stayed, lost }) => ({
    label,
    value: [
      `${formatCount(n)} 条归到这里`,
      stayed > 0 && `${formatCount(stayed)} 条与这里的重复，留在原处`,
      lost > 0 && `${formatCount(lost)} 条没能还回去`,
    ]
      .filter(Boolean)
      .join('，'),
  }));
}

/** A merge as it was done, and the way back. */
export function MergeDetail({
  merge,
  confirmed,
  now,
}: {
  merge: MergeView;
  confirmed: boolean;
  now: Date;
}) {
  const { undoneAt } = merge;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Panel title="合并了什么">
        <KeyValues
          rows={[
            {
              label: '谁合并的',
              value: `${merge.by ?? ''}，${formatDateTime(merge.mergedAt, now)}`,
            },
            { label: '怎么核实的', value: merge.reason },
          ]}
        />
        <FactList facts={followed(merge)} />
        {merge.moved.length === 0 && <p className="text-ink-2">另一条名下什么都没有。</p>}
      </Panel>
      <Panel title={undoneAt ? '已经拆开' : '合并错了'}>
        {undoneAt ? (
          <KeyValues
            rows={[
              {
                label: '谁拆开的',
                value: `${merge.undoneBy ?? ''}，${formatDateTime(undoneAt, now)}`,
              },
              { label: '原因', value: merge.undoReason ?? '' },
              ...(merge.notUndone.length > 0
                ? [{ label: '合并后改过，没有还原', value: merge.notUndone.join('、') }]
                : []),
            ]}
          />
        ) : (
          <Undo merge={merge} confirmed={confirmed} />
        )}
      </Panel>
    </div>
  );
}
