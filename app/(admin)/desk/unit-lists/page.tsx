import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { OpenToUnitsTable, UnitListTable } from '@/features/unit-lists/components/unit-list-index';
import { canSubmitUnitList } from '@/features/unit-lists/policy';
import { listOpenToUnits, listUnitLists } from '@/features/unit-lists/queries/unit-lists';
import { authorize } from '@/lib/access';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '单位报名' };

export default async function UnitListsPage() {
  const ctx = await requireStaff('/desk/unit-lists');
  authorize(canSubmitUnitList.anywhere(ctx.actor));
  const [open, lists] = await Promise.all([listOpenToUnits(ctx), listUnitLists(ctx)]);
  return (
    <DeskMain>
      <PageHead title="单位报名">由工会统一报名的服务：交名单，会员本人确认后生效。</PageHead>
      <div className="flex flex-col gap-2">
        <Section title="现在可以交名单的服务">
          <OpenToUnitsTable items={open} now={ctx.now} />
        </Section>
        <Section title="我的名单">
          <UnitListTable items={lists} now={ctx.now} />
        </Section>
      </div>
    </DeskMain>
  );
}
