import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { Notice } from '@/components/ui/notice';
import { DisplayForm } from '@/features/identity/components/display-form';
import { displayInput } from '@/features/identity/schema/account';
import { ownQuery } from '@/features/identity/schema/pages';

export const metadata: Metadata = { title: '显示设置' };

/** Open to everybody: who cannot read the page cannot sign in first. */
export default async function DisplayPage({ searchParams }: PageProps<'/me/display'>) {
  const { saved } = ownQuery.parse(await searchParams);
  const jar = await cookies();
  const contrast = jar.get('contrast')?.value === 'high' ? 'high' : undefined;
  const stored = displayInput.safeParse({ size: jar.get('size')?.value, contrast });
  return (
    <FlowPage backHref="/">
      <PageHead title="显示设置">保存后马上生效。</PageHead>
      {saved && (
        <Notice tone="success" live className="mb-4">
          已保存
        </Notice>
      )}
      <DisplayForm display={stored.success ? stored.data : { size: 'standard', contrast }} />
    </FlowPage>
  );
}
