import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { draftClassMessageAction } from '@/features/announcements/actions';
import { ClassMessageForm, Templates } from '@/features/announcements/components/message-form';
import { listClassMessages } from '@/features/announcements/queries/announcements';
import { listTemplates } from '@/features/announcements/queries/templates';
import { announcementLabels } from '@/features/announcements/rules/audience';
import { newMessageQuery } from '@/features/announcements/schema/announcement';
import { requireFreshMember } from '@/lib/auth/session';
import { firstOf } from '@/lib/characters';
import { formatDateTime } from '@/lib/dates';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '给家长发消息' };

/** Texts that a teacher has use for. */
const forClass = ['before', 'bring', 'venue', 'pause'];

export default async function ClassMessagesPage(props: PageProps<'/class/[session]/messages'>) {
  const [{ session }, search] = await Promise.all([props.params, props.searchParams]);
  const here = `/class/${session}/messages`;
  const ctx = await requireFreshMember(here);
  const { use, like } = newMessageQuery.parse(search);
  const view = await notFoundOnMissing(listClassMessages(ctx, session));
  const texts = (await listTemplates(ctx)).filter(({ key }) => forClass.includes(key));
  const earlier = view.items.find(({ id }) => id === like)?.body;
  const text = earlier ?? texts.find(({ key }) => key === use)?.text ?? '';
  const templates = texts.map(({ key, name }) => ({
    ...{ key, name, href: `${here}?use=${key}`, current: !earlier && key === use },
  }));
  return (
    <FlowPage backHref={`/class/${session}`} backLabel="签到">
      <PageHead title="给家长发消息">
        {view.title} {view.session}：发给全班孩子的监护人，每人一条
      </PageHead>
      <Templates templates={templates} />
      <div className="mt-4">
        <ClassMessageForm
          action={draftClassMessageAction}
          idempotencyKey={newId()}
          {...{ sessionId: session, kind: 'childcare', audience: 'joined', text }}
        />
      </div>
      {view.items.length > 0 && (
        <Section title="发过的">
          <CellList>
            {view.items.map((m) => (
              <Cell
                key={m.id}
                title={firstOf(m.body, 40)}
                sub={`${m.sender}，${formatDateTime(m.sentAt ?? m.createdAt, view.now)}`}
                value={m.status === 'sent' ? `${m.people} 人` : announcementLabels[m.status]}
                href={`${here}/${m.id}`}
              />
            ))}
          </CellList>
        </Section>
      )}
    </FlowPage>
  );
}
