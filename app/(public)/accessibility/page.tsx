import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { TextLink } from '@/components/ui/app-link';
import { Section } from '@/components/ui/card';
import { Bullets } from '@/components/ui/timeline';
import { Hotline } from '@/features/organisations/components/call';
import { readPortal } from '@/lib/portal/portal';

export const metadata: Metadata = { title: '无障碍说明' };

export default async function AccessibilityPage() {
  const { townWord } = await readPortal();
  return (
    <FlowPage backHref="/">
      <PageHead title="无障碍说明">人人都能用，是这个网站的要求。</PageHead>
      <Section title="我们做到的">
        <Bullets>
          <li>按 WCAG 2.2 AA 和 GB/T 37668 二级设计，每次更新都自动检查。</li>
          <li>
            文字可放大到“特大”，有高对比，见<TextLink href="/me/display">显示设置</TextLink>。
          </li>
          <li>只用键盘、用读屏软件、关掉脚本，都能办完事。</li>
          <li>验证码可以粘贴，没有拼图和限时操作。</li>
        </Bullets>
      </Section>
      <Section title="还没做到的">
        <Bullets>
          <li>还没有少数民族语言页面和语音播报。</li>
          <li>会员码每 60 秒更新，读屏软件只读出会员号。</li>
        </Bullets>
      </Section>
      <Section title="用着不方便？">
        <p>
          请拨打 <Hotline />
          ，或到{townWord}工会窗口，由工作人员代办。我们 5 个工作日内答复。
        </p>
      </Section>
    </FlowPage>
  );
}
