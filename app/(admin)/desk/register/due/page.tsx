import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { DueTable } from '@/features/employer-register/components/due-table';
import { canSeeRegister } from '@/features/employer-register/policy';
import { readTownCounts } from '@/features/employer-register/queries/town-counts';
import { dueTowns } from '@/features/employer-register/rules/due-towns';
import { countEndings } from '@/features/offices/queries/endings';
import { authorize } from '@/lib/access';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '各辖区该办的' };

export default async function RegisterDuePage() {
  const ctx = await requireStaff('/desk/register/due');
  authorize(canSeeRegister.anywhere(ctx.actor));
  const [counts, endings] = await Promise.all([readTownCounts(ctx), countEndings(ctx)]);
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[{ label: '企业台账', href: '/desk/register' }, { label: '各辖区该办的' }]}
      />
      <PageHead title="各辖区该办的">
        没建会的、到日子该走访的、6 个月内到期的任期和证书；点数字看是哪些。
      </PageHead>
      <DueTable rows={dueTowns(counts, endings)} bar={counts.bar} />
    </DeskMain>
  );
}
