import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { AgreementText } from '@/features/identity/components/agreement-text';
import { terms } from '@/features/identity/rules/sign-in-texts';
import { readPortal } from '@/lib/portal/portal';

export const metadata: Metadata = { title: '用户协议' };

export default async function TermsPage() {
  const text = terms(await readPortal());
  return (
    <FlowPage backHref="/">
      <PageHead title={text.title} />
      <AgreementText text={text} />
    </FlowPage>
  );
}
