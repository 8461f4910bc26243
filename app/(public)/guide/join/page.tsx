import { ActionBar } from '@/components/layout/action-bar';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { KeyFacts } from '@/components/ui/disclosure';
import { LinkButton } from '@/components/ui/link-button';
import {
  GuideContacts,
  GuidePreparation,
  GuideQuestions,
  GuideSteps,
  GuideWho,
} from '@/features/applications/components/join-guide';
import { getGuide } from '@/features/applications/queries/guide';
import { PublicRatingLine } from '@/features/ratings/components/public-rating';
import { readJoinRating } from '@/features/ratings/queries/summary';
import { currentCtx } from '@/lib/auth/session';

export const metadata = {
  title: '办事指南：加入工会',
  description: '谁能入会、要准备什么、几步办完、多久答复。全程不收费。',
};

export default async function JoinGuidePage() {
  const ctx = await currentCtx();
  const guide = await getGuide(ctx);
  const facts = (
    <KeyFacts
      facts={[
        { value: '约 4 分钟', label: '手机上填写' },
        { value: `${guide.slaDays} 个工作日`, label: '内答复' },
        { value: '免费', label: '全程不收费' },
      ]}
    />
  );
  return (
    <FlowPage backHref="/affairs" backLabel="办事" wide>
      <PageHead title="加入工会">
        送外卖、跑快递、开网约车，都可以入会。没有固定单位也可以。
      </PageHead>
      <div className="mb-8 lg:hidden">{facts}</div>
      <div className="lg:grid lg:grid-cols-[2fr_1fr] lg:items-start lg:gap-12">
        <div className="mb-6">
          <GuideWho minimumAge={guide.minimumAge} />
          <GuidePreparation />
          <GuideSteps />
          <GuideQuestions />
          <GuideContacts offices={guide.offices} />
          <Section title="办过的人怎么评">
            <PublicRatingLine {...(await readJoinRating(ctx))} />
          </Section>
        </div>
        <aside className="hidden lg:sticky lg:top-6 lg:block">
          {facts}
          <LinkButton href="/join" block className="mt-4">
            开始办理
          </LinkButton>
          <LinkButton href="/guide/join/form" variant="text" block className="mt-2">
            打印空白表格
          </LinkButton>
        </aside>
      </div>
      <div className="contents lg:hidden">
        <ActionBar>
          <LinkButton href="/join">开始办理</LinkButton>
        </ActionBar>
      </div>
    </FlowPage>
  );
}
