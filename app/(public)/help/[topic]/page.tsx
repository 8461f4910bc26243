import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { Bullets } from '@/components/ui/timeline';
import { HotlineCell } from '@/features/configuration/components/hotline-cell';
import { readPublicSettings } from '@/features/configuration/queries/public-settings';
import { helpTopic } from '@/features/configuration/rules/help-topics';
import { currentCtx } from '@/lib/auth/session';

type Params = Promise<{ topic: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return { title: helpTopic((await params).topic)?.title };
}

export default async function HelpTopicPage({ params }: { params: Params }) {
  const topic = helpTopic((await params).topic);
  if (!topic) notFound();
  const { hotline, hotlineHours } = await readPublicSettings(await currentCtx());
  return (
    <FlowPage backHref="/" backLabel="首页">
      <PageHead title={topic.title}>{topic.what}</PageHead>
      <Notice tone="info">这项还不能在网上办，请打电话或到工会办理，不收费。</Notice>
      <div className="mt-6">
        <HotlineCell hotline={hotline} hours={hotlineHours} />
      </div>
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
