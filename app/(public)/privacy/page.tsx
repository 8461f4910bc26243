import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { AgreementText } from '@/features/identity/components/agreement-text';
import { privacy } from '@/features/identity/rules/sign-in-texts';

export const metadata: Metadata = { title: '隐私政策' };

export default function PrivacyPage() {
  return (
    <FlowPage backHref="/">
      <PageHead title={privacy.title} />
      <AgreementText text={privacy} />
    </FlowPage>
  );
}
