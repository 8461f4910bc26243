import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { JumpSelect } from '@/components/ui/jump-select';
import { PrintButton } from '@/components/ui/print-button';
import { printPickUpSheetAction } from '@/features/childcare/actions';
import { PrintPickUp } from '@/features/childcare/components/print-pick-up';
import { getPickUpSheet } from '@/features/childcare/queries/pick-up-sheet';
import { pickUpSearch } from '@/features/childcare/schema/class';
import { daysByMonth } from '@/features/offerings/rules/days-by-month';
import { requireFreshMember } from '@/lib/auth/session';
import { formatDateTime, formatDay } from '@/lib/dates';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';

export const metadata: Metadata = { title: '接送表' };

interface Props {
  params: Promise<{ session: string }>;
  searchParams: Promise<unknown>;
}

export default async function PickUpSheetPage({ params, searchParams }: Props) {
  const [{ session }, search] = await Promise.all([params, searchParams]);
  const here = `/class/${session}/pick-up`;
  const ctx = await requireFreshMember(here);
  const asked = pickUpSearch.parse(search).on;
  const sheet = await notFoundOnMissing(getPickUpSheet(ctx, session, asked));
  const { on, today, now } = sheet;
  return (
    <FlowPage backHref={`/class/${session}`} backLabel="班级签到" wide>
      <div className="no-print">
        <PageHead
          title={`接送表 ${formatDay(on, today)}`}
          tools={
            <span className="needs-script">
              <PrintButton />
            </span>
          }
        >
          {sheet.title} {sheet.session}，A4 横向
        </PageHead>
        {sheet.days.length > 1 && (
          <div className="mb-4">
            <JumpSelect
              name="on"
              label="哪一天"
              button="看这一天"
              value={on}
              groups={daysByMonth(sheet.days, today)}
            />
          </div>
        )}
      </div>
      <PrintPickUp
        key={on}
        action={printPickUpSheetAction}
        sessionId={session}
        on={on}
        confirmHref={`/staff/confirm?next=${encodeURIComponent(`${here}?on=${on}`)}`}
        title={`${sheet.title}接送表`}
        about={`${sheet.session}，${formatDay(on, today)}，${sheet.place}`}
        foot={`${sheet.organiser} ${formatDateTime(now, now)}制表`}
        lines={sheet.lines}
      />
    </FlowPage>
  );
}
