import { AppLink, TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import type { FollowUpAnswer, FollowUpRound } from '../rules/follow-up';
import { followUpLabels, inWorkPercent } from '../rules/follow-up';

interface FollowUpPanelProps {
  /** Where the course is on the desk. */
  base: string;
  rounds: readonly FollowUpRound[];
  /** Whether the course asks at all. */
  on: boolean;
  months: { readonly first: number; readonly second: number };
}

const columns: readonly (FollowUpAnswer | 'none')[] = [
  'employed',
  'self_employed',
  'unemployed',
  'none',
];

/** How many were asked, what they said; each number opens its rows. */
export function FollowUpPanel({ base, rounds, on, months }: FollowUpPanelProps) {
  const figure = (round: number, n: number, answer?: string) => (
    <AppLink
      href={`${base}/closing/follow-ups?round=${round}${answer ? `&answer=${answer}` : ''}`}
      className="underline decoration-1 underline-offset-4 reach"
    >
      {n}
    </AppLink>
  );
  const words = on
    ? `上完课 ${months.first} 个月、${months.second} 个月，自动各问一次到场的人。`
    : '这门课没有开回访。';
  return (
    <Panel title="培训回访" note="就业率按答了的人算：（就业＋创业）÷ 答了的">
      {rounds.length === 0 ? (
        <p className="text-ink-2">
          {words}
          {on ? '到时候这里有人数。' : <TextLink href={`${base}/edit`}>去“修改”里勾上</TextLink>}
        </p>
      ) : (
        <DataTable
          caption="培训回访"
          rows={rounds}
          keyOf={(r) => String(r.round)}
          columns={[
            { head: '什么时候', cell: (r) => <b>{r.months} 个月后</b> },
            { head: '问了', right: true, cell: (r) => figure(r.round, r.asked) },
            ...columns.map((answer) => ({
              head: answer === 'none' ? '还没答' : followUpLabels[answer],
              right: true,
              cell: (r: FollowUpRound) => figure(r.round, r.by[answer], answer),
            })),
            {
              head: '就业率',
              right: true,
              cell: (r) => {
                const percent = inWorkPercent(r);
                return percent === null ? '—' : `${percent}%`;
              },
            },
          ]}
        />
      )}
    </Panel>
  );
}
