import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { memberColumns } from '@/features/members/components/member-table';
import type { listSegmentMembers } from '../queries/segment-members';

interface MembersProps {
  id: string;
  found: Awaited<ReturnType<typeof listSegmentMembers>>;
  today: string;
  first: boolean;
}

/** The members of a 人群 in the officer's scope, each with the way to their page; numbers masked. */
export function SegmentMembers({ id, found, today, first }: MembersProps) {
  const { items, after } = found;
  const base = `/desk/segments/${id}`;
  return (
    <DataTable
      caption="符合的会员"
      columns={memberColumns(today)}
      rows={items}
      keyOf={(m) => m.membership_id}
      empty={
        <EmptyState title="您管理的会员里现在没有符合的">
          条件随时按最新的资料算；人变了，这里跟着变。
        </EmptyState>
      }
      foot={
        <>
          <span>号码默认隐去</span>
          <Pagination
            previousHref={first ? null : base}
            nextHref={after ? `${base}?after=${after}` : null}
          />
        </>
      }
    />
  );
}
