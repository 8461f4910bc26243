import { Panel } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { Timeline, type TimelineEntry } from '@/components/ui/timeline';
import { formatDay } from '@/lib/dates';
import type { FoundingScreen } from '../queries/foundings';
import type { CheckRow } from '../rules/checks';
import { stepName, wayOf } from '../rules/kinds';
import type { FoundingStep } from '../rules/steps';

const hints: Partial<Record<FoundingStep, string>> = {
  founded: '批复那天就是成立日',
  registered: '不收费',
};

/** The steps: when each was taken last and by which paper; where it stands; what comes. */
export function FoundingWay({ founding, today }: { founding: FoundingScreen; today: string }) {
  const { step: now, actions, facts, kind } = founding;
  const way = wayOf(kind);
  const at = way.indexOf(now);
  const entries = way.map((step, n): TimelineEntry => {
    const taken = actions.findLast((action) => action.step === step);
    const isPast = now === 'abandoned' ? taken !== undefined : n <= at;
    if (!isPast || !taken)
      return {
        title: stepName(kind, step),
        meta: kind === 'founding' ? hints[step] : undefined,
        when: 'next',
      };
    const number = step === 'members' ? `${facts.members?.total ?? 0} 名` : taken.documentNo;
    return {
      title: stepName(kind, step),
      meta: [formatDay(taken.doneOn, today), number].filter(Boolean).join('，'),
      when: step === now ? 'now' : 'done',
    };
  });
  const end: TimelineEntry[] =
    now === 'abandoned'
      ? [{ title: stepName(kind, 'abandoned'), meta: facts.abandoned?.reason, when: 'now' }]
      : [];
  const note = at >= 0 ? `第 ${at + 1} 步，共 ${way.length} 步` : '已终止';
  return (
    <Panel title={kind === 'founding' ? '十步' : '步骤'} note={note}>
      <Timeline
        entries={[...entries.filter(({ when }) => now !== 'abandoned' || when !== 'next'), ...end]}
      />
    </Panel>
  );
}

const outcomes = {
  pass: <span className="text-success">符合</span>,
  warn: <span className="text-warning">可后补</span>,
  fail: <span className="text-error">不符合</span>,
} as const;

/** 系统核对: each condition with its sum. */
export function FoundingChecks({ checks }: { checks: readonly CheckRow[] }) {
  if (checks.length === 0) return null;
  return (
    <Panel title="系统核对">
      <DataTable
        caption="系统核对"
        rows={checks}
        keyOf={({ what }) => what}
        columns={[
          { head: '核对', cell: ({ what }) => what },
          { head: '实际', cell: ({ actual }) => actual },
          { head: '要求', cell: ({ asked }) => asked },
          { head: '结果', cell: ({ outcome }) => outcomes[outcome] },
        ]}
      />
    </Panel>
  );
}
