import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { AgreementText } from '@/features/identity/components/agreement-text';
import { privacy } from '@/features/identity/rules/sign-in-texts';
import { readPortal } from '@/lib/portal/portal';

export const metadata: Metadata = { title: '隐私政策' };

export default async function PrivacyPage() {
  const text = privacy(await readPortal());
  return (
    <FlowPage backHref="/">
      <PageHead title={text.title} />
      <AgreementText text={text} />
    </FlowPage>
  );
}
