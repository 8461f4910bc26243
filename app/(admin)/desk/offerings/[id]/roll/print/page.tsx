import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { LinkButton } from '@/components/ui/link-button';
import { PrintButton } from '@/components/ui/print-button';
import { PrintRoll } from '@/features/programmes/components/desk-print-roll';
import { SessionChips } from '@/features/programmes/components/desk-roll-tools';
import { getDeskOffering } from '@/features/programmes/queries/desk-offering';
import { getRoll } from '@/features/programmes/queries/roll';
import { nearestSession } from '@/features/programmes/rules/session-words';
import { bookingFilter } from '@/features/programmes/schema/desk-filter';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '签到表' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function PrintRollPage({ params, searchParams }: Props) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/offerings/${id}/roll/print`);
  const offering = await getDeskOffering(ctx, id);
  const chosen = bookingFilter.parse(await searchParams).session ?? nearestSession(offering)?.id;
  if (!chosen) notFound();
  const roll = await getRoll(ctx, offering, chosen);
  return (
    <DeskMain>
      <div className="no-print mb-4 flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-3">
          <LinkButton
            variant="secondary"
            small
            href={`/desk/offerings/${id}/roll?session=${chosen}`}
          >
            返回名册
          </LinkButton>
          <span className="needs-script">
            <PrintButton />
          </span>
          <p className="text-ink-2">A4 横向</p>
        </div>
        <SessionChips offering={offering} chosen={chosen} />
      </div>
      <PrintRoll offering={offering} roll={roll} />
    </DeskMain>
  );
}
