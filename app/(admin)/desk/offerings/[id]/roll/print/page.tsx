import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { LinkButton } from '@/components/ui/link-button';
import { PrintButton } from '@/components/ui/print-button';
import { bookingFilter } from '@/features/bookings/schema/desk-filter';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { nearestSession } from '@/features/offerings/rules/session-words';
import { printRollAction } from '@/features/rolls/actions';
import { PrintChoices } from '@/features/rolls/components/desk-print-choices';
import { PrintRoll } from '@/features/rolls/components/desk-print-names';
import { getRoll } from '@/features/rolls/queries/roll';
import { sheetOf, usualSeatsAcross } from '@/features/rolls/queries/sheet';
import { sheetFor } from '@/features/rolls/rules/sheets';
import { printQuery } from '@/features/rolls/schema/roll';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '打印名册' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function PrintRollPage({ params, searchParams }: Props) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/offerings/${id}/roll/print`);
  const offering = await getDeskOffering(ctx, id);
  const search = await searchParams;
  const chosen = bookingFilter.parse(search).session ?? nearestSession(offering)?.id;
  if (!chosen) notFound();
  const asked = printQuery.parse(search);
  const kind = sheetFor(offering.kind, asked.sheet);
  const across = asked.across ?? (await usualSeatsAcross(ctx));
  const here = `/desk/offerings/${id}/roll/print?session=${chosen}&sheet=${kind}`;
  const { sheet, ...parts } = sheetOf(offering, await getRoll(ctx, offering, chosen), asked.part);
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
          <p className="text-ink-2">{kind === 'badges' ? 'A4 纵向，沿虚线裁开' : 'A4 横向'}</p>
        </div>
        <PrintChoices {...{ offering, chosen, kind, across, ...parts }} />
      </div>
      <PrintRoll
        key={`${chosen}:${kind}:${parts.part}`}
        action={printRollAction}
        sessionId={chosen}
        confirmHref={`/staff/confirm?next=${encodeURIComponent(here)}`}
        {...{ kind, sheet, across }}
      />
    </DeskMain>
  );
}
