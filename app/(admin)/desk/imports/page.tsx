import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { uploadBookAction } from '@/features/imports/actions';
import { ImportTable } from '@/features/imports/components/import-table';
import { UploadForm } from '@/features/imports/components/upload-form';
import { canImport } from '@/features/imports/policy';
import { listImports, readMostRows } from '@/features/imports/queries/list-imports';
import { listOrganisationChoices } from '@/features/organisations/queries/organisation-choices';
import { authorize } from '@/lib/access';
import { requireStaff } from '@/lib/auth/session';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '导入名册' };

export default async function ImportsPage({ searchParams }: PageProps<'/desk/imports'>) {
  const ctx = await requireStaff('/desk/imports');
  authorize(canImport.anywhere(ctx.actor));
  const { done } = await searchParams;
  const [items, choices, most] = await Promise.all([
    listImports(ctx),
    listOrganisationChoices(ctx, canImport.organisationsOf(ctx.actor)),
    readMostRows(ctx),
  ]);
  return (
    <DeskMain>
      <PageHead title="导入名册">先核对每一行，再写入；写入后还能撤销。</PageHead>
      {done === 'given_up' && (
        <Notice tone="success" live className="mb-4">
          已放弃，库里什么都没改，表格内容已删除。
        </Notice>
      )}
      <div className="max-w-form">
        <UploadForm
          action={uploadBookAction}
          idempotencyKey={newId()}
          choices={choices}
          mostRows={most}
        />
      </div>
      <Section title="导入过的文件" className="mt-8">
        <ImportTable items={items} now={ctx.now} />
      </Section>
    </DeskMain>
  );
}
