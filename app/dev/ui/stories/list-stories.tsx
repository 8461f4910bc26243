import { ActionBar } from '@/components/layout/action-bar';
import { TabBar } from '@/components/layout/tab-bar';
import { FlowBar, TopBar } from '@/components/layout/top-bar';
import { Cell, CellList, DateLead, FactList } from '@/components/ui/cell-list';
import { Chips } from '@/components/ui/chips';
import { DayStrip } from '@/components/ui/day-strip';
import { Disclosure, Disclosures, KeyFacts } from '@/components/ui/disclosure';
import { LinkButton } from '@/components/ui/link-button';
import { LoadMore } from '@/components/ui/pagination';
import { ServiceGrid } from '@/components/ui/service-grid';
import { Sheet } from '@/components/ui/sheet';
import { ApplicationTag } from '@/features/applications/components/application-tag';
import { MemberCardStrip } from '@/features/members/components/member-card';
import { Shelf, Story } from './story';
import { places, services } from './story-data';

export function ListStories() {
  return (
    <Shelf title="导航与列表">
      <Story name="顶栏、底部操作栏、标签栏">
        <TopBar mark={{ shortName: '某某工会', logoText: '连心桥' }} />
        <FlowBar backHref="/affairs" backLabel="办事" />
        <div className="relative isolate overflow-hidden px-gutter pt-4 [&_nav]:static">
          <ActionBar note={<b>桥圩镇班，剩 6</b>}>
            <LinkButton href="/services">立即报名</LinkButton>
          </ActionBar>
          <TabBar items={places} current="/services" />
        </div>
      </Story>
      <Story name="单元格">
        <CellList>
          <Cell icon="phone" title="打电话问工会" sub="10086" href="tel:10086" />
          <Cell title="显示设置" value="标准" href="/me/display" />
          <Cell
            lead={<DateLead top="20" bottom="周六" />}
            title="骑手安全课：雨天怎么骑"
            sub="19:30 · 江南大道西段驿站"
            value="剩 6"
            href="/services/1"
          />
          <Cell
            title="补一张就读证明"
            sub="托管班报名 · 6月17日 18:00 前"
            value={<ApplicationTag status="sent_back" />}
            href="/affairs/1"
          />
        </CellList>
      </Story>
      <Story name="事实、要点">
        <FactList
          facts={[
            { label: '时间', value: '周一至周五 8:30–18:00' },
            { label: '费用', value: '免费，午餐 15 元自付' },
          ]}
        />
        <div className="mt-4">
          <KeyFacts
            facts={[
              { value: '5 步', label: '约 4 分钟' },
              { value: '5 日', label: '工作日内答复' },
              { value: '免费', label: '全程不收费' },
            ]}
          />
        </div>
      </Story>
      <Story name="服务格">
        <ServiceGrid services={services} />
      </Story>
      <Story name="筛选、日期条、更多">
        <Chips
          label="筛选"
          wrap
          chips={[
            { label: '可预约', href: '/services?open', current: true },
            { label: '托管班', href: '/services?kind=childcare' },
            { label: '不收费', href: '/services?free' },
          ]}
        />
        <div className="mt-4">
          <DayStrip
            label="日期"
            days={[
              { href: '?d=22', top: '周一', bottom: '6/22', current: true },
              { href: '?d=24', top: '周三', bottom: '6/24' },
              { href: '?d=27', top: '周六', bottom: '休', off: true },
            ]}
          />
        </div>
        <LoadMore href="/services?page=2">加载更多（还有 7 项）</LoadMore>
      </Story>
      <Story name="折叠、弹层、会员码">
        <Disclosures>
          <Disclosure summary="入会要交会费吗？" open>
            入会不收费。
          </Disclosure>
          <Disclosure summary="怎么退会？">在“我的”里申请。</Disclosure>
        </Disclosures>
        <div className="my-4">
          <Sheet id="kinds" title="类型" trigger="选类型" triggerClassName="link min-h-target">
            技能培训、托管班、文体活动
          </Sheet>
        </div>
        <MemberCardStrip name="陈一帆" memberNo="0803 2600 0137" href="/me/card" />
      </Story>
    </Shelf>
  );
}
