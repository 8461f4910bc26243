import type { Metadata } from 'next';
import { TextLink } from '@/components/ui/app-link';
import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { Disclosure, Disclosures } from '@/components/ui/disclosure';
import { slaDays } from '@/features/applications/settings';
import { helpTopics } from '@/features/configuration/rules/help-topics';
import { OwnTabPage } from '@/features/notifications/components/own-tab-page';
import { CallCell, Hotline } from '@/features/organisations/components/call';
import { currentCtx } from '@/lib/auth/session';
import { readSettings } from '@/lib/settings';

export const metadata: Metadata = { title: '找人帮忙' };

export default async function HelpPage() {
  const rules = await readSettings(await currentCtx(), { slaDays });
  return (
    <OwnTabPage tab="/">
      <h1 className="mb-4">找人帮忙</h1>
      <CellList>
        <CallCell />
      </CellList>
      <Section title="暂未开通网上办理">
        <CellList>
          {helpTopics.map(({ slug, title, what }) => (
            <Cell key={slug} title={title} sub={what} href={`/help/${slug}`} />
          ))}
        </CellList>
      </Section>
      <Section title="常见问题">
        <Disclosures>
          <Disclosure summary="收不到验证码">
            <p>看看号码有没有填错、手机有没有欠费、短信有没有被拦截。一分钟后可以再要一次。</p>
            <p>
              还是收不到，请打电话 <Hotline />
              ，或到镇（街道）工会办理。
            </p>
          </Disclosure>
          <Disclosure summary="入会要多久">
            <p>提交后 {rules.slaDays} 个工作日内答复，超过时限自动转到上级工会办。</p>
          </Disclosure>
          <Disclosure summary="字太小">
            <p>
              右上角“长辈版”，或在<TextLink href="/me/display">显示设置</TextLink>里选大字、特大。
            </p>
          </Disclosure>
          <Disclosure summary="换了手机号">
            <p>旧号码还能用时，登录后在“我的”里换。用不了的，带身份证到所属工会办理。</p>
          </Disclosure>
          <Disclosure summary="姓名、证件号码登记错了">
            <p>
              登录后到<TextLink href="/me/corrections">资料更正</TextLink>
              ，填上正确的、拍一张证件照片，孩子的也一样，名额不受影响。不会用手机的，带原件到所属工会办理。
            </p>
          </Disclosure>
        </Disclosures>
      </Section>
    </OwnTabPage>
  );
}
