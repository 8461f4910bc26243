import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { CellList } from '@/components/ui/cell-list';
import { Notice } from '@/components/ui/notice';
import { Bullets } from '@/components/ui/timeline';
import { helpTopic } from '@/features/configuration/rules/help-topics';
import { CallCell } from '@/features/organisations/components/call';

type Params = Promise<{ topic: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return { title: helpTopic((await params).topic)?.title };
}

export default async function HelpTopicPage({ params }: { params: Params }) {
  const topic = helpTopic((await params).topic);
  if (!topic) notFound();
  return (
    <FlowPage backHref="/" backLabel="首页">
      <PageHead title={topic.title}>{topic.what}</PageHead>
      <Notice tone="info">这项暂未开通网上办理，请打电话或到工会办理，不收费。</Notice>
      <CellList className="mt-6">
        <CallCell />
      </CellList>
      <Section title="谁可以办">
        <Bullets>
          {topic.who.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </Bullets>
      </Section>
      <Section title="准备什么">
        <Bullets>
          {topic.bring.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </Bullets>
      </Section>
      <Section title="找谁办">
        <p>{topic.where}</p>
      </Section>
    </FlowPage>
  );
}
