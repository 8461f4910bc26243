import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { ListExport } from '@/features/exports/components/list-export';
import { uploadBookAction } from '@/features/imports/actions';
import { BookTabs } from '@/features/imports/components/book-tabs';
import { ImportTable } from '@/features/imports/components/import-table';
import { UploadForm } from '@/features/imports/components/upload-form';
import { booksOf, canImport } from '@/features/imports/policy';
import { listBookChoices } from '@/features/imports/queries/book-choices';
import { listImports, readMostRows } from '@/features/imports/queries/list-imports';
import { bookSays } from '@/features/imports/rules/book-says';
import { bookView } from '@/features/imports/schema/imports';
import { authorize } from '@/lib/access';
import { requireStaff } from '@/lib/auth/session';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '导入' };

export default async function ImportsPage({ searchParams }: PageProps<'/desk/imports'>) {
  const ctx = await requireStaff('/desk/imports');
  authorize(canImport.anywhere(ctx.actor));
  const search = await searchParams;
  const { done, book: asked } = bookView.parse(search);
  const books = booksOf(ctx.actor);
  const book = books.find((one) => one === asked) ?? 'members';
  const [items, choices, most] = await Promise.all([
    listImports(ctx),
    listBookChoices(ctx, book),
    readMostRows(ctx),
  ]);
  return (
    <DeskMain>
      <PageHead title="导入">先核对每一行，再写入；写入后还能撤销。</PageHead>
      {done === 'given_up' && (
        <Notice tone="success" live className="mb-4">
          已放弃，库里什么都没改，表格内容已删除。
        </Notice>
      )}
      <BookTabs books={books} current={book} />
      <div className="max-w-form">
        <p className="mb-4 text-ink-2">{bookSays[book].about}</p>
        <UploadForm
          key={book}
          action={uploadBookAction}
          idempotencyKey={newId()}
          book={book}
          choices={choices}
          mostRows={most}
        />
      </div>
      <Section title="导入过的文件" className="mt-8">
        <ImportTable items={items} now={ctx.now} />
      </Section>
      <ListExport ctx={ctx} list="imports" search={search} />
    </DeskMain>
  );
}
