import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { BothCodesForm, NewPhoneForm } from '@/features/identity/components/phone-change';
import { getOwnSummary, maskedTicket } from '@/features/identity/queries/own-account';
import { codeQuery } from '@/features/identity/schema/pages';
import { requireFreshMember } from '@/lib/auth/session';
import { readPortal } from '@/lib/portal/portal';

export const metadata: Metadata = { title: '换绑手机号' };

export default async function PhonePage({ searchParams }: PageProps<'/me/phone'>) {
  const ctx = await requireFreshMember('/me/phone');
  const { to } = codeQuery.parse(await searchParams);
  const newPhone = maskedTicket(ctx, to);
  const { maskedPhone } = await getOwnSummary(ctx);
  const { townWord } = await readPortal();
  return (
    <FlowPage backHref="/me" backLabel="我的">
      <PageHead title="换绑手机号">
        现在是 {maskedPhone}。旧号已停用的，请带身份证到{townWord}工会窗口办理。
      </PageHead>
      {to && newPhone ? (
        <BothCodesForm to={to} oldPhone={maskedPhone} newPhone={newPhone} />
      ) : (
        <NewPhoneForm />
      )}
    </FlowPage>
  );
}
