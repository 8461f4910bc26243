import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { LinkButton } from '@/components/ui/link-button';
import { PrintButton } from '@/components/ui/print-button';
import { PublicSheet } from '@/features/draws/components/public-sheet';
import { getPublicSheet } from '@/features/draws/queries/desk-draws';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { requireStaff } from '@/lib/auth/session';
import { NotFound } from '@/lib/errors';
import { publicOrigin } from '@/lib/http/origin';
import { isUuid } from '@/lib/ids';

export const metadata: Metadata = { title: '抽签结果公示' };

interface Props {
  params: Promise<{ id: string; draw: string }>;
}

export default async function PublicSheetPage({ params }: Props) {
  const { id, draw } = await params;
  const ctx = await requireStaff(`/desk/offerings/${id}/draw/${draw}`);
  if (!isUuid(draw)) throw new NotFound('draw');
  const offering = await getDeskOffering(ctx, id);
  const sheet = await getPublicSheet(ctx, offering, draw);
  return (
    <DeskMain>
      <div className="no-print mb-4 flex flex-wrap items-center gap-3">
        <LinkButton variant="secondary" small href={`/desk/offerings/${id}/draw`}>
          返回抽签
        </LinkButton>
        <PrintButton />
      </div>
      <PublicSheet
        offering={offering}
        sheet={sheet}
        url={`${await publicOrigin()}/draws/${draw}`}
      />
    </DeskMain>
  );
}
