import { TextLink } from '@/components/ui/app-link';
import { Cell, CellList } from '@/components/ui/cell-list';
import { ruleTemplates } from '@/features/conditions/rules/rule-templates';
import { type Kind, offeringKindLabels } from '@/features/offerings/schema/offering';
import { formatDay, todayOn } from '@/lib/dates';
import type { EarlierRound } from '../queries/plan-start';
import { plannedKinds } from '../schema/plan-offering';

const plan = (query: Record<string, string>) =>
  `/desk/offerings/new/plan?${new URLSearchParams(query)}`;

const about: Record<Kind, string> = {
  training: '课程、课时、承办机构、证书',
  childcare: '期次、年级、用餐、接送人、健康提示',
  screening: '医院、半天时段、来之前要知道的',
};

function Earlier({ rounds, now }: { rounds: readonly EarlierRound[]; now: Date }) {
  const today = todayOn(now);
  const first = (at: Date | null) => (at ? `，${formatDay(todayOn(at), today)}开始` : '');
  return (
    <section>
      <h2 className="mb-2">照上一期</h2>
      <CellList>
        {rounds.map((r) => (
          <Cell
            key={r.id}
            href={plan({ like: r.id })}
            title={r.title}
            sub={`${r.organiser}，${r.sessions} 场${first(r.firstStartsAt)}`}
          />
        ))}
      </CellList>
    </section>
  );
}

function Templates({ kind }: { kind: (typeof plannedKinds)[number] }) {
  return (
    <section>
      <h2 className="mb-2">{offeringKindLabels[kind]}样板</h2>
      <CellList>
        {ruleTemplates[kind].map((t) => (
          <Cell key={t.key} href={plan({ kind, template: t.key })} title={t.title} sub={t.about} />
        ))}
        <Cell href={plan({ kind })} title="不用样板" sub="报名条件自己填" />
      </CellList>
    </section>
  );
}

interface StartProps {
  kinds: readonly Kind[];
  rounds: readonly EarlierRound[];
  now: Date;
}

/** First of the three screens: after what a new offering is made. */
export function PlanStart({ kinds, rounds, now }: StartProps) {
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      {rounds.length > 0 && <Earlier rounds={rounds} now={now} />}
      <div className="flex flex-col gap-6">
        {plannedKinds
          .filter((kind) => kinds.includes(kind))
          .map((kind) => (
            <Templates key={kind} kind={kind} />
          ))}
        <section>
          <h2 className="mb-2">特别的，逐项填</h2>
          <CellList>
            {kinds.map((kind) => (
              <Cell
                key={kind}
                href={`/desk/offerings/new?kind=${kind}`}
                title={offeringKindLabels[kind]}
                sub={about[kind]}
              />
            ))}
          </CellList>
          <p className="mt-2 text-ink-2">
            更早的服务：在<TextLink href="/desk/offerings">服务与活动</TextLink>
            里打开，在“设置”里复制。
          </p>
        </section>
      </div>
    </div>
  );
}
