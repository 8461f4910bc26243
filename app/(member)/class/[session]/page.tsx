import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { Chips } from '@/components/ui/chips';
import { LinkButton } from '@/components/ui/link-button';
import {
  closeClassNoteAction,
  signInChildAction,
  undoSignInAction,
  writeClassNoteAction,
} from '@/features/childcare/actions';
import { ClassList } from '@/features/childcare/components/class-list';
import { ClassNotes } from '@/features/childcare/components/class-notes';
import { getClassDay } from '@/features/childcare/queries/class-day';
import { requireFreshMember } from '@/lib/auth/session';
import { formatDay } from '@/lib/dates';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';
import { one } from '@/lib/one';

export const metadata: Metadata = { title: '托管班签到' };

interface Props {
  params: Promise<{ session: string }>;
  searchParams: Promise<{ on?: string | string[] }>;
}

export default async function ClassPage({ params, searchParams }: Props) {
  const [{ session }, { on }] = await Promise.all([params, searchParams]);
  const ctx = await requireFreshMember(`/class/${session}`);
  const asked = one(on);
  const view = await notFoundOnMissing(getClassDay(ctx, session, asked));
  const desk = `/desk/offerings/${view.offeringId}/staff?session=${session}`;
  return (
    <FlowPage
      backHref={view.looksAfter ? '/me' : desk}
      backLabel={view.looksAfter ? '我的' : '看护人员'}
    >
      <PageHead
        title={`签到 ${formatDay(view.on, view.today)}`}
        tools={
          <>
            <LinkButton variant="secondary" small href={`/class/${session}/pick-up?on=${view.on}`}>
              接送表
            </LinkButton>
            {view.looksAfter && (
              <LinkButton variant="secondary" small href={`/class/${session}/messages`}>
                给家长发消息
              </LinkButton>
            )}
            <LinkButton variant="secondary" small href={`/class/${session}/incidents`}>
              情况记录
            </LinkButton>
          </>
        }
      >
        {view.title} {view.session}，您的身份：{view.role}
      </PageHead>
      <div className="mb-4">
        <Chips
          label="日期"
          chips={view.days
            .slice(-5)
            .reverse()
            .map((day) => ({
              label: formatDay(day, view.today),
              href: `?on=${day}`,
              current: day === view.on,
            }))}
        />
      </div>
      <ClassList view={view} signIn={signInChildAction} undo={undoSignInAction} />
      <ClassNotes view={view} write={writeClassNoteAction} close={closeClassNoteAction} />
    </FlowPage>
  );
}
