import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { KeyValues } from '@/components/ui/summary-list';
import { Tag } from '@/components/ui/tag';
import { conditionWords } from '@/features/conditions/rules/condition-words';
import { SessionWhen } from '@/features/offerings/components/session-when';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import type { ConditionChoices } from '@/features/offerings/queries/form-choices';
import type { DeskSession } from '@/features/offerings/queries/sessions-of';
import { timedOf } from '@/features/offerings/rules/meetings';
import { offeringRules } from '@/features/offerings/schema/offering';
import { formatDateTime } from '@/lib/dates';

const isOver = ({ status }: DeskOffering) => status === 'finished' || status === 'cancelled';

/** What members read and who may book, with the way to change it. */
export function FactsPanel(props: { offering: DeskOffering; choices: ConditionChoices }) {
  const { offering: o } = props;
  const at = (instant: Date | null) => (instant ? formatDateTime(instant, o.now) : '还没填');
  const rows = [
    { label: '开始报名', value: at(o.bookingOpensAt) },
    { label: '截止报名', value: at(o.bookingClosesAt) },
    { label: '谁能看到', value: o.visibility === 'all' ? '所有人' : `${o.organiser}及下级的会员` },
    { label: '审核', value: o.needsApproval ? '要审核，名额先留着' : '不用审核' },
    { label: '取消', value: `开始前 ${o.cancelHours} 小时可以取消` },
    { label: '咨询电话', value: o.contactPhone ?? '还没填' },
    ...(o.kind === 'childcare' ? [{ label: '期次', value: o.term ?? '还没填' }] : []),
  ];
  return (
    <Panel
      title="内容与条件"
      note={
        !isOver(o) && (
          <TextLink href={`/desk/offerings/${o.id}/edit`} className="reach">
            修改
          </TextLink>
        )
      }
    >
      <KeyValues rows={rows} />
      <p className="mt-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <b>谁能报</b>
        <TextLink href={`/desk/offerings/${o.id}/conditions`} className="reach">
          条件和历史
        </TextLink>
      </p>
      <ul className="bullets mt-1">
        {conditionWords(offeringRules.parse(o.rules), o.kind, props.choices).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </Panel>
  );
}

function columnsOf(offering: DeskOffering): Column<DeskSession>[] {
  const base = `/desk/offerings/${offering.id}/sessions`;
  return [
    {
      head: '场次',
      cell: (s) => (
        <>
          <b className="whitespace-nowrap">{s.title}</b> {s.cancelledAt && <Tag>已取消</Tag>}
        </>
      ),
    },
    {
      head: '时间',
      cell: (s) => <SessionWhen at={timedOf(s)} now={offering.now} />,
      className: 'lg:[&>span]:whitespace-nowrap',
    },
    { head: '地点', cell: (s) => s.place },
    { head: '已占 / 名额', cell: (s) => `${s.taken} / ${s.capacity}`, right: true },
    { head: '候补', cell: (s) => s.waiting, right: true },
    {
      head: '操作',
      cell: (s) =>
        s.cancelledAt || isOver(offering) ? (
          s.cancelledReason
        ) : (
          <span className="flex flex-wrap gap-x-4">
            <TextLink href={`${base}/${s.id}`} className="reach inline-flex min-h-6 items-center">
              修改
            </TextLink>
            <TextLink
              href={`${base}/new?like=${s.id}`}
              className="reach inline-flex min-h-6 items-center"
            >
              复制这一场
            </TextLink>
            {offering.live.length > 1 && s.startsAt > offering.now && (
              <TextLink
                href={`/desk/offerings/${offering.id}/settings/merge?from=${s.id}`}
                className="reach inline-flex min-h-6 items-center"
              >
                并到另一场
              </TextLink>
            )}
            <TextLink
              href={`${base}/${s.id}/conditions`}
              className="reach inline-flex min-h-6 items-center"
            >
              条件
            </TextLink>
          </span>
        ),
    },
  ];
}

/** Every session of the offering, and the way to add more. */
export function SessionsPanel({ offering }: { offering: DeskOffering }) {
  const base = `/desk/offerings/${offering.id}/sessions`;
  const add = !isOver(offering) && (
    <div className="flex flex-wrap gap-2">
      {offering.kind === 'screening' && (
        <LinkButton variant="secondary" small href={`${base}/slots`}>
          批量生成半天时段
        </LinkButton>
      )}
      <LinkButton variant="secondary" small href={`${base}/new`}>
        加一场
      </LinkButton>
    </div>
  );
  return (
    <section id="sessions">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h2>场次</h2>
        {add}
      </div>
      <DataTable
        caption="场次"
        columns={columnsOf(offering)}
        rows={offering.sessions}
        keyOf={(s) => s.id}
        empty={
          <EmptyState icon="calendar" title="还没有场次">
            至少加一场才能发布。
          </EmptyState>
        }
      />
    </section>
  );
}
