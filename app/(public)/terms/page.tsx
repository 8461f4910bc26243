import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { AgreementText } from '@/features/identity/components/agreement-text';
import { terms } from '@/features/identity/rules/sign-in-texts';

export const metadata: Metadata = { title: '用户协议' };

export default function TermsPage() {
  return (
    <FlowPage backHref="/">
      <PageHead title={terms.title} />
      <AgreementText text={terms} />
    </FlowPage>
  );
}
