import { TextLink } from '@/components/ui/app-link';
import { Chips } from '@/components/ui/chips';
import { LoadMore } from '@/components/ui/pagination';
import { statusLabels } from '@/features/applications/rules/transitions';
import { bookingStatusLabels } from '@/features/bookings/rules/booking';
import { returnTo } from '@/lib/forms/return-to';
import type { BulkRunView } from '../queries/bulk-run';
import { outcomeText, whyNotInBulk } from '../rules/bulk';
import { bulkWords } from '../rules/bulk-words';
import type { BulkView } from '../schema/bulk';
import { matterLabels } from '../schema/inbox';

const labels: Record<string, string> = { ...bookingStatusLabels, ...statusLabels };

type Row = BulkRunView['rows'][number];

/** What is to become of a row, or became of it, and whether that is bad news. */
function sayOf(row: Row): { text: string; bad: boolean } {
  const outcome = outcomeText(row, bulkWords);
  if (outcome) return { text: outcome, bad: row.state === 'left' };
  if (!row.of) return { text: '已不在您的待办里', bad: true };
  const why = whyNotInBulk(row.of);
  if (why) return { text: `不能一起通过：${bulkWords[why]}`, bad: true };
  return { text: labels[row.of.status] ?? '', bad: false };
}

function Line({ row }: { row: Row }) {
  const { text, bad } = sayOf(row);
  const { of } = row;
  const sub = of && [matterLabels[of.kind], of.about, of.place, of.number];
  return (
    <li className="flex flex-wrap justify-between gap-x-6 border-line px-4 py-[10px] not-first:border-t">
      <span className="min-w-0">
        {of ? (
          <TextLink href={`/desk?case=${row.ref}`} className="reach font-semibold">
            {of.title ?? '未填姓名'}
          </TextLink>
        ) : (
          <b>{`第 ${row.position} 件`}</b>
        )}
        {sub && (
          <span className="block text-table text-ink-2">{sub.filter(Boolean).join(' · ')}</span>
        )}
      </span>
      <span className={bad ? 'text-error' : 'text-ink-2'}>{text}</span>
    </li>
  );
}

/** The rows of a run, fifty at a time; when it is over, those that stayed can be seen alone. */
export function BulkRows({ run, view }: { run: BulkRunView; view: BulkView }) {
  const href = (change: { show?: string | undefined; skip?: string | undefined }) =>
    returnTo(`/desk/bulk/${run.id}`, undefined, { back: view.back, show: view.show, ...change });
  return (
    <>
      {run.counts.left > 0 && (
        <div className="mb-3">
          <Chips
            label="看哪些"
            wrap
            chips={[
              { label: `全部 ${run.total}`, href: href({ show: undefined }), current: !view.show },
              {
                label: `没有办 ${run.counts.left}`,
                href: href({ show: 'left' }),
                current: view.show === 'left',
              },
            ]}
          />
        </div>
      )}
      <ul className="rounded-card border border-line bg-surface">
        {run.rows.map((row) => (
          <Line key={row.id} row={row} />
        ))}
      </ul>
      <LoadMore href={run.more === null ? null : href({ skip: String(run.more) })}>
        下 50 件
      </LoadMore>
    </>
  );
}
