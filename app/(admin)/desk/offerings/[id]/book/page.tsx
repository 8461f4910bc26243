import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { TextLink } from '@/components/ui/app-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Breadcrumbs } from '@/components/ui/tabs';
import { ChildQuestions } from '@/features/childcare/components/child-questions';
import { EntryQuestions } from '@/features/draws/components/entry-questions';
import { BookForForm, FindForBookingForm } from '@/features/enrolment/components/book-for-forms';
import {
  type BookForScreen,
  readBookForScreen,
} from '@/features/enrolment/queries/book-for-screen';
import { bookForQuery } from '@/features/enrolment/schema/book-for';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { allocationTerms } from '@/features/offerings/schema/allocation';
import { listReservations } from '@/features/places/queries/reservations';
import { ScreeningConsent } from '@/features/screening/components/visit-notes';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '代他报名' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Nobody to book for: what is missing, and the way back. */
function Nobody({ screen, base }: { screen: BookForScreen; base: string }) {
  const title = screen.isKnown ? '他名下还没有孩子' : '没有人用这个手机号登录过';
  const words = screen.isKnown
    ? '请本人先在“我的”里添加孩子，再来代办。'
    : '请核对号码；还没入会的，先在“代办”里录入会申请。';
  return (
    <EmptyState title={title} action={<TextLink href={`${base}/book`}>换一个手机号</TextLink>}>
      {words}
    </EmptyState>
  );
}

export default async function BookForPage({ params, searchParams }: Props) {
  const { id } = await params;
  const base = `/desk/offerings/${id}`;
  const ctx = await requireStaff(`${base}/book`);
  const offering = await getDeskOffering(ctx, id);
  const { to, proof } = bookForQuery.parse(await searchParams);
  const screen = to ? await readBookForScreen(ctx, id, to) : null;
  const terms = allocationTerms.parse(offering.allocationTerms);
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '服务与活动', href: '/desk/offerings' },
          { label: offering.title, href: base },
          { label: '代他报名' },
        ]}
      />
      <PageHead title="代他报名">本人来电话或到窗口时用，会记下是谁代办的。</PageHead>
      <div className="max-w-form">
        {!screen || !to ? (
          <FindForBookingForm offeringId={id} />
        ) : screen.attendees.length === 0 || !screen.isKnown ? (
          <Nobody screen={screen} base={base} />
        ) : (
          <BookForForm
            {...{ offering, screen, to, proof }}
            reserved={await listReservations(ctx, offering)}
          >
            {offering.allocation !== 'first_come' && <EntryQuestions terms={terms} siblings={[]} />}
            {offering.kind === 'childcare' && <ChildQuestions {...offering} />}
            {offering.kind === 'screening' && <ScreeningConsent />}
          </BookForForm>
        )}
      </div>
    </DeskMain>
  );
}
