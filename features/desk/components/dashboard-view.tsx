import { BarChart } from '@/components/charts/bar-chart';
import { LineChart } from '@/components/charts/line-chart';
import { Panel } from '@/components/ui/card';
import { Chips } from '@/components/ui/chips';
import { Stat, Stats } from '@/components/ui/stat';
import { placeName } from '@/features/organisations/rules/place-name';
import { formatDateTime, formatFullDay } from '@/lib/dates';
import { formatCount, formatPercent } from '@/lib/format';
import type { Dashboard } from '../queries/dashboard';
import { countText } from '../rules/age';
import { monthOf } from '../rules/period';
import { type Range, rangeLabels, ranges } from '../schema/dashboard';
import { ServiceStats } from './service-stats';

interface DashboardProps {
  figures: Dashboard;
  range: Range;
  /** Whoever decides nothing has no inbox to open. */
  reviews: boolean;
  /** How long answers take is the business of who gives them. */
  answersApplications: boolean;
  seesMembers: boolean;
}

const membersIn = ({ period }: Dashboard, more: Record<string, string> = {}) =>
  `/desk/members?${new URLSearchParams({ ...period, ...more })}`;

function Head({ figures, range }: DashboardProps) {
  const { period, now } = figures;
  return (
    <div className="mb-4 flex flex-wrap items-start justify-between gap-3">
      <div>
        <h1>看板</h1>
        <p className="text-ink-2">
          {`${formatFullDay(period.from)}至${formatFullDay(period.to)}，数据截至 ${formatDateTime(now, now)}`}
        </p>
      </div>
      <div className="no-print">
        <Chips
          label="时间"
          wrap
          chips={ranges.map((each) => ({
            label: rangeLabels[each],
            href: `/desk/dashboard?range=${each}`,
            current: each === range,
          }))}
        />
      </div>
    </div>
  );
}

function Figures({ figures, range, reviews, ...rights }: DashboardProps) {
  const { answersApplications, seesMembers } = rights;
  const { inbox, answers, services } = figures;
  const words = rangeLabels[range];
  return (
    <div className="flex flex-col gap-4">
      {reviews && (
        <Stats>
          <Stat
            label="等您审批"
            figure={countText(inbox.waiting)}
            unit="件"
            href="/desk"
            note="入会和预约，还没有决定的"
          />
          <Stat
            label="已超期"
            figure={countText(inbox.overdue)}
            unit="件"
            href="/desk?overdue=1"
            note="过了答复期限还没有决定的"
            late={inbox.overdue > 0}
          />
          <Stat
            label="退回待补正"
            figure={countText(inbox.sentBack)}
            unit="件"
            href="/desk?view=sent_back"
            note="等申请人改好再提交"
          />
          {answersApplications && (
            <Stat
              label={`${words}入会平均用时`}
              figure={answers.days === null ? '—' : answers.days.toFixed(1)}
              unit={answers.days === null ? undefined : '工作日'}
              href={`/desk?${new URLSearchParams({ view: 'done', kind: 'membership', ...figures.period })}`}
              note={
                answers.inTime === null
                  ? '还没有办结的'
                  : `办结 ${answers.decided} 件，按期 ${formatPercent(answers.inTime)}`
              }
            />
          )}
        </Stats>
      )}
      {services && <ServiceStats services={services} />}
      {seesMembers && (
        <Stats>
          <Stat
            label={`${words}新会员`}
            figure={formatCount(figures.members)}
            unit="人"
            href={membersIn(figures)}
            note="首次入会并已批准，不含转入和恢复"
          />
          <Stat
            label="其中新就业形态"
            figure={formatCount(figures.newForm)}
            unit="人"
            href={membersIn(figures, { newForm: '1' })}
            note="按入会当日的职业目录认定"
          />
          <Stat
            label="现有会员"
            figure={formatCount(figures.onBooks.all)}
            unit="人"
            href="/desk/members"
            note={onBooksNote(figures.onBooks.provisional)}
          />
          <Stat
            label="其中新就业形态"
            figure={formatCount(figures.onBooks.newForm)}
            unit="人"
            href="/desk/members?newForm=1"
            note="在册会员里的"
          />
        </Stats>
      )}
    </div>
  );
}

const onBooksNote = (provisional: number): string =>
  provisional > 0
    ? `会籍在册的，含保留会籍；名册里另有预备会员 ${provisional} 人，不算在内`
    : '会籍在册的，含保留会籍，不含预备会员';

function Charts({ figures }: { figures: Dashboard }) {
  const towns = figures.towns.map((town) => ({
    label: town.town ? placeName(town.town) : '区直和行业',
    href: membersIn(figures, { town: town.town_id ?? 'none' }),
    hrefs: ['0', '1'].map((newForm) =>
      membersIn(figures, { town: town.town_id ?? 'none', newForm }),
    ),
    parts: [town.members - town.new_form, town.new_form],
  }));
  return (
    <div className="mt-4 grid gap-4 lg:grid-cols-2 lg:items-start">
      <Panel title="每月新会员" note="近 12 个月，本月算到今天">
        <LineChart
          caption="每月新会员"
          points={figures.months.map(({ month, members }) => ({
            label: `${Number(month.slice(5))}月`,
            value: members,
            href: `/desk/members?${new URLSearchParams({ ...monthOf(month, figures.today) })}`,
          }))}
        />
      </Panel>
      {figures.comparesTowns && (
        <Panel title="各镇、街道新会员" note="深色：单位职工，浅色：新就业形态">
          <BarChart
            caption="各镇、街道新会员人数"
            heads={['单位', '新就业', '合计']}
            bars={towns}
          />
          <p className="mt-3 text-meta text-ink-3">
            按会员所在工会的镇、街道统计；一人只算一次。只算首次入会并已批准的。
          </p>
        </Panel>
      )}
    </div>
  );
}

/** What waits first, then the period's figures, then where and when; every figure opens its list. */
export function DashboardView(props: DashboardProps) {
  return (
    <>
      <Head {...props} />
      <Figures {...props} />
      {props.seesMembers && <Charts figures={props.figures} />}
    </>
  );
}
