import { AppLink } from '@/components/ui/app-link';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Tag } from '@/components/ui/tag';
import { SessionWhen } from '@/features/offerings/components/session-when';
import { timedOf } from '@/features/offerings/rules/meetings';
import { formatDateTime, formatShortDateTime } from '@/lib/dates';
import type { OpenToUnits, UnitListItem } from '../queries/unit-lists';
import { unitListLabels } from '../rules/unit-list';

const namesFor = (s: OpenToUnits) =>
  `/desk/unit-lists/new?offering=${s.offeringId}&session=${s.sessionId}`;
const left = (s: OpenToUnits) => Math.max(0, s.capacity - s.taken - s.reserved);

const openColumns = (now: Date): Column<OpenToUnits>[] => [
  {
    head: '服务',
    cell: (s) => (
      <>
        <AppLink href={namesFor(s)} className="font-semibold !text-ink">
          {s.title}
        </AppLink>
        <span className="block text-ink-2">{s.session}</span>
      </>
    ),
  },
  { head: '时间', cell: (s) => <SessionWhen at={timedOf(s)} now={now} /> },
  { head: '地点', cell: (s) => s.place },
  { head: '剩余名额', cell: (s) => `${left(s)} / ${s.capacity}`, right: true },
  { head: '截止', cell: (s) => (s.closesAt ? formatDateTime(s.closesAt, now) : '') },
  {
    head: '',
    cell: (s) => (
      <LinkButton small variant="secondary" href={namesFor(s)}>
        交名单
      </LinkButton>
    ),
  },
];

/** What takes names from unions now. */
export function OpenToUnitsTable({ items, now }: { items: readonly OpenToUnits[]; now: Date }) {
  return (
    <DataTable
      caption="现在可以交名单的服务"
      columns={openColumns(now)}
      rows={items}
      keyOf={(s) => s.sessionId}
      empty={
        <EmptyState title="现在没有要单位报名的服务">
          有新的单位统一报名开放时，会出现在这里。
        </EmptyState>
      }
    />
  );
}

const tags = {
  draft: <Tag tone="warning">{unitListLabels.draft}</Tag>,
  submitted: <Tag tone="success">{unitListLabels.submitted}</Tag>,
  undone: <Tag>{unitListLabels.undone}</Tag>,
} as const;

const listColumns = (now: Date): Column<UnitListItem>[] => [
  {
    head: '名单',
    cell: (l) => (
      <AppLink href={`/desk/unit-lists/${l.id}`} className="font-semibold !text-ink">
        {l.title} · {l.session}
      </AppLink>
    ),
  },
  { head: '单位', cell: (l) => l.union },
  { head: '人数', cell: (l) => l.counts.all ?? 0, right: true },
  {
    head: '有名额',
    cell: (l) => (l.status === 'draft' ? '' : (l.counts.offered ?? 0)),
    right: true,
  },
  {
    head: '候补',
    cell: (l) => (l.status === 'draft' ? '' : (l.counts.waitlisted ?? 0)),
    right: true,
  },
  { head: '时间', cell: (l) => formatShortDateTime(l.submittedAt ?? l.createdAt, now) },
  { head: '状态', cell: (l) => tags[l.status] },
];

/** What the chair's unions have handed in, drafts included. */
export function UnitListTable({ items, now }: { items: readonly UnitListItem[]; now: Date }) {
  return (
    <DataTable
      caption="我的名单"
      columns={listColumns(now)}
      rows={items}
      keyOf={(l) => l.id}
      empty={<EmptyState title="还没有名单">从上面选一项服务，粘贴或上传名单。</EmptyState>}
    />
  );
}
