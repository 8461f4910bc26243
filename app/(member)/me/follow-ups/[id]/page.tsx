import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { Notice } from '@/components/ui/notice';
import { FollowUpForm } from '@/features/training/components/follow-up-form';
import { getMyFollowUp } from '@/features/training/queries/follow-ups';
import {
  followUpClosesOn,
  followUpLabels,
  followUpPath,
  isFollowUpOpen,
} from '@/features/training/rules/follow-up';
import { requireMember } from '@/lib/auth/session';
import { formatDay, todayOn } from '@/lib/dates';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';

export const metadata: Metadata = { title: '培训回访' };

export default async function FollowUpPage({
  params,
  searchParams,
}: PageProps<'/me/follow-ups/[id]'>) {
  const { id } = await params;
  const ctx = await requireMember(followUpPath(id));
  const asked = await notFoundOnMissing(getMyFollowUp(ctx, id));
  const { answer, askedAt, openDays, now, title, months } = asked;
  const open = isFollowUpOpen(askedAt, openDays, now);
  const until = formatDay(followUpClosesOn(askedAt, openDays), todayOn(now));
  const done = answer !== null && (await searchParams).done !== undefined;
  const back = asked.bookingId ? `/me/bookings/${asked.bookingId}` : '/me/bookings';
  return (
    <FlowPage backHref={back} backLabel={title}>
      {done && (
        <Notice tone="success" className="mb-4" live>
          已记下：{followUpLabels[answer]}。谢谢。
        </Notice>
      )}
      <PageHead title={open ? '现在就业、创业，还是未就业？' : '培训回访'}>
        {title}，上完课 {months} 个月。只用来改进培训，只有组织培训的工会看得到，不给用人单位。
      </PageHead>
      {open ? (
        <>
          <FollowUpForm asked={asked} />
          <p className="mt-3 text-secondary text-ink-2">{until}前可以答，也可以改。</p>
        </>
      ) : (
        <Notice>
          回访已在{until}截止。
          {answer ? `您答的是：${followUpLabels[answer]}。` : '您没有答，不影响以后报名。'}
        </Notice>
      )}
    </FlowPage>
  );
}
