import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { TextLink } from '@/components/ui/app-link';
import { Section } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { Borrowed, DeputyForm, Lent } from '@/features/identity/components/deputies';
import { mayLendRoles } from '@/features/identity/policy';
import { listColleagues, readOwnDeputies } from '@/features/identity/queries/deputies';
import { requireStaff } from '@/lib/auth/session';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import { todayOn } from '@/lib/dates';

export const metadata: Metadata = { title: '请假时由谁代办' };

const said: Record<string, string> = {
  named: '已请人代办，已通知对方。到期自动结束。',
  ended: '已收回，对方马上不能再代办。',
};
const confirm = `/staff/confirm?next=${encodeURIComponent('/desk/account/deputy')}`;

export default async function DeputyPage({ searchParams }: PageProps<'/desk/account/deputy'>) {
  const ctx = await requireStaff('/desk/account/deputy');
  const { done } = await searchParams;
  const [{ lent, borrowed }, colleagues] = await Promise.all([
    readOwnDeputies(ctx),
    listColleagues(ctx),
  ]);
  const today = todayOn(ctx.now);
  return (
    <DeskMain>
      <div className="max-w-[720px]">
        <PageHead title="请假时由谁代办">
          代办的人在这几天有您的角色，办的每一件在操作日志里都写明“代”谁；到期自动结束，不用交密码。
        </PageHead>
        {typeof done === 'string' && said[done] && (
          <Notice tone="success" live className="mb-4">
            {said[done]}
          </Notice>
        )}
        {!hasRecentSecondFactor(ctx) && (
          <Notice tone="warning" className="mb-4">
            请人代办前要再输一次动态码。<TextLink href={confirm}>输入动态码</TextLink>
          </Notice>
        )}
        <Section title="已请的人">
          <Lent deputyships={lent} today={today} />
        </Section>
        {borrowed.length > 0 && (
          <Section title="您在代谁办">
            <Borrowed deputyships={borrowed} today={today} />
          </Section>
        )}
        <Section title="请人代办">
          {mayLendRoles(ctx.actor) ? (
            <DeputyForm colleagues={colleagues} today={today} />
          ) : (
            <p className="text-ink-2">您的角色不能请人代办，请系统管理员另给一位同事授权。</p>
          )}
        </Section>
      </div>
    </DeskMain>
  );
}
