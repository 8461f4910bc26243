import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { SmsTemplateTable, TestMessagePanel } from '@/features/configuration/components/sms-step';
import { canConfigure } from '@/features/configuration/policy';
import { readSmsAccount } from '@/features/configuration/queries/sms-account';
import { findTestMessage } from '@/features/configuration/queries/test-message';
import { requireStaff } from '@/lib/auth/session';
import { newId } from '@/lib/ids';
import { failureWords } from '@/lib/messaging/sms/failure-words';

export const metadata: Metadata = { title: '短信' };

export default async function SmsStepPage() {
  const ctx = await requireStaff('/desk/first-steps/sms');
  if (!canConfigure.anywhere(ctx.actor)) notFound();
  const last = await findTestMessage(ctx);
  const { carrier, knows } = readSmsAccount();
  return (
    <DeskMain>
      <Breadcrumbs trail={[{ label: '开始使用', href: '/desk/first-steps' }, { label: '短信' }]} />
      <PageHead title="短信">
        先把下面的模板内容登记到短信商后台，拿到模板号后写进
        SMS_TEMPLATE_ID（名称=模板号，逗号分开），重启后发一条试试。
      </PageHead>
      <TestMessagePanel
        last={last}
        reason={failureWords(last?.lastError ?? null)}
        now={ctx.now}
        idempotencyKey={newId()}
        carrier={carrier}
      />
      <div className="mt-6">
        <SmsTemplateTable configured={knows} carrier={carrier} />
      </div>
    </DeskMain>
  );
}
