import type { Metadata } from 'next';
import { PageHead } from '@/components/layout/member-page';
import { TextLink } from '@/components/ui/app-link';
import { renewRecoveryCodesAction } from '@/features/identity/actions';
import { AuthPage } from '@/features/identity/components/auth-page';
import { RecoveryCodesPanel } from '@/features/identity/components/recovery-codes-panel';
import { countRecoveryCodes } from '@/features/identity/queries/own-account';
import { requireRecentSecondFactor } from '@/lib/auth/session';

export const metadata: Metadata = { title: '恢复码' };

export default async function RecoveryCodesPage() {
  const ctx = await requireRecentSecondFactor('/staff/recovery-codes');
  return (
    <AuthPage>
      <PageHead title="恢复码" />
      <RecoveryCodesPanel action={renewRecoveryCodesAction} left={await countRecoveryCodes(ctx)} />
      <p className="no-print mt-6">
        <TextLink href="/desk">进入工作台</TextLink>
      </p>
    </AuthPage>
  );
}
