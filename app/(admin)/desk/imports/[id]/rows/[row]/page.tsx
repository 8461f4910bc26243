import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { correctRowAction } from '@/features/imports/actions';
import { CorrectRowForm } from '@/features/imports/components/correct-row-form';
import { getImportRow } from '@/features/imports/queries/import-row';
import { bookSays } from '@/features/imports/rules/book-says';
import { requireStaff } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';

export const metadata: Metadata = { title: '改这一行' };

export default async function ImportRowPage({
  params,
}: PageProps<'/desk/imports/[id]/rows/[row]'>) {
  const ctx = await requireStaff('/desk/imports');
  const { id, row } = await params;
  const found = await notFoundOnMissing(getImportRow(ctx, id, row));
  const back = `/desk/imports/${id}`;
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '导入', href: '/desk/imports' },
          { label: '核对', href: back },
          { label: `第 ${found.rowNo} 行` },
        ]}
      />
      <PageHead title={`第 ${found.rowNo} 行 ${found.name}`}>
        {bookSays[found.book].beside}
      </PageHead>
      <CorrectRowForm action={correctRowAction} row={found} />
    </DeskMain>
  );
}
