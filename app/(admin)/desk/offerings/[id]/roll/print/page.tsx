import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { Chips } from '@/components/ui/chips';
import { LinkButton } from '@/components/ui/link-button';
import { PrintButton } from '@/components/ui/print-button';
import { bookingFilter } from '@/features/bookings/schema/desk-filter';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { nearestSession } from '@/features/offerings/rules/session-words';
import { printRollAction } from '@/features/rolls/actions';
import { PrintRoll } from '@/features/rolls/components/desk-print-names';
import { SessionChips } from '@/features/rolls/components/desk-roll-tools';
import { getRoll } from '@/features/rolls/queries/roll';
import { sheetOf } from '@/features/rolls/queries/sheet';
import { printQuery } from '@/features/rolls/schema/roll';
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
  const search = await searchParams;
  const chosen = bookingFilter.parse(search).session ?? nearestSession(offering)?.id;
  if (!chosen) notFound();
  const here = `/desk/offerings/${id}/roll/print?session=${chosen}`;
  const { sheet, parts, part } = sheetOf(
    offering,
    await getRoll(ctx, offering, chosen),
    printQuery.parse(search).part,
  );
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
        {parts.length > 1 && (
          <Chips
            label="哪些天"
            wrap
            chips={parts.map(({ no, words }) => ({
              label: words,
              href: `${here}&part=${no}`,
              current: no === part,
            }))}
          />
        )}
      </div>
      <PrintRoll
        key={`${chosen}:${part}`}
        action={printRollAction}
        sessionId={chosen}
        confirmHref={`/staff/confirm?next=${encodeURIComponent(here)}`}
        sheet={sheet}
      />
    </DeskMain>
  );
}
