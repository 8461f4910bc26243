import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { TextLink } from '@/components/ui/app-link';
import { CorrectionDone } from '@/features/corrections/components/done-notice';
import { canCorrectIdentity } from '@/features/corrections/policy';
import { RebindPhone } from '@/features/counter/components/rebind-phone';
import { canRebindPhone } from '@/features/counter/policy';
import { rebindQuery } from '@/features/counter/schema/counter';
import { MemberRecordPanel } from '@/features/member-records/components/member-record';
import { findMemberRecord } from '@/features/member-records/queries/member-record';
import { MemberDetail } from '@/features/members/components/member-detail';
import { MemberDone } from '@/features/members/components/member-done';
import { getMember } from '@/features/members/queries/member';
import { DeskSecondments } from '@/features/secondments/components/desk-secondments';
import { CaseForms } from '@/features/transfers/components/case-forms';
import { StatusPanel } from '@/features/transfers/components/status-panel';
import { requireStaff } from '@/lib/auth/session';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { followMerge } from '../../follow-merge';

export const metadata: Metadata = { title: '会员' };

export default async function MemberPage({
  params,
  searchParams,
}: PageProps<'/desk/members/[id]'>) {
  const { id } = await params;
  const { to, done, left } = rebindQuery.parse(await searchParams);
  const ctx = await requireStaff(`/desk/members/${id}`);
  await followMerge(ctx, 'members', id);
  const member = await getMember(ctx, id);
  return (
    <DeskMain>
      <p className="no-print mb-2">
        <TextLink href="/desk/members">返回会员列表</TextLink>
      </p>
      <MemberDone done={done} />
      <CorrectionDone left={left} />
      <MemberDetail member={member} />
      <MemberRecordPanel record={await findMemberRecord(ctx, id)} />
      {member.mayReveal && canCorrectIdentity.anywhere(ctx.actor) && (
        <p className="no-print mt-4">
          <TextLink href={`/desk/members/${id}/correct`}>
            姓名、证件号码、出生日期错了：当面更正
          </TextLink>
        </p>
      )}
      <DeskSecondments ctx={ctx} member={member} />
      {member.mayReveal && <StatusPanel member={member} today={todayOn(ctx.now)} />}
      {member.mayReveal && member.status !== 'left' && (
        <CaseForms
          personId={id}
          today={todayOn(ctx.now)}
          confirmed={hasRecentSecondFactor(ctx)}
          idempotencyKey={newId()}
        />
      )}
      {canRebindPhone.anywhere(ctx.actor) && member.status !== 'left' && (
        <RebindPhone personId={id} to={to} confirmed={hasRecentSecondFactor(ctx)} />
      )}
    </DeskMain>
  );
}
