import { BarChart } from '@/components/charts/bar-chart';
import { LineChart } from '@/components/charts/line-chart';
import { FormFold } from '@/components/forms/form-fold';
import { TextLink } from '@/components/ui/app-link';
import { AuditTrail } from '@/components/ui/audit-trail';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/card';
import { CaseTable } from '@/components/ui/case-table';
import { Checks } from '@/components/ui/checks';
import { DataTable } from '@/components/ui/data-table';
import { DecideBar, decideFold } from '@/components/ui/decide-bar';
import { EmptyState } from '@/components/ui/empty-state';
import { Kbd } from '@/components/ui/kbd';
import { Pagination } from '@/components/ui/pagination';
import { Stat, Stats } from '@/components/ui/stat';
import { KeyValues } from '@/components/ui/summary-list';
import { Breadcrumbs, Tabs } from '@/components/ui/tabs';
import { BookingTag } from '@/features/bookings/components/status-tag';
import { Ledger } from '@/features/places/components/ledger';
import { WideStory } from './story';
import { cases, months, rolls, towns } from './story-data';

const tabs = [
  { label: '报名', href: '?tab=rolls', count: 25, current: true },
  { label: '候补', href: '?tab=waiting', count: 4 },
  { label: '签到', href: '?tab=check-in' },
];

function Numbers() {
  return (
    <>
      <WideStory name="数字，每个都通向名单">
        <Stats>
          <Stat label="等您审批" figure="12" unit="件" note="1 件超期" late href="/desk" />
          <Stat label="新会员" figure="515" unit="人" note="同比多 56" href="/desk/members" />
          <Stat label="平均用时" figure="2.4" unit="工作日" note="承诺 5 日" href="/desk/cases" />
          <Stat label="差评待回访" figure="2" unit="条" href="/desk/ratings" />
        </Stats>
      </WideStory>
      <WideStory name="条形图（本身是表格）">
        <Panel title="各镇、街道新会员">
          <BarChart
            caption="各镇、街道新会员"
            heads={['单位职工', '新就业', '合计']}
            bars={towns}
          />
        </Panel>
      </WideStory>
      <WideStory name="折线图，配一张表">
        <Panel title="每月新会员" note="6月算到 15 日">
          <LineChart caption="每月新会员" points={months} names={['2026年', '2025年']} />
        </Panel>
      </WideStory>
    </>
  );
}

function Lists() {
  return (
    <>
      <WideStory name="路径、标签页、数据表">
        <Breadcrumbs
          trail={[{ label: '服务与活动', href: '/desk/offerings' }, { label: '江南街道班' }]}
        />
        <Tabs tabs={tabs} label="本班" />
        <DataTable
          caption="报名名单"
          rows={rolls}
          keyOf={(row) => row.no}
          columns={[
            { head: '预约号', cell: (row) => row.no },
            {
              head: '孩子',
              cell: (row) => <TextLink href={`?no=${row.no}`}>{row.child}</TextLink>,
            },
            { head: '材料', cell: (row) => row.papers },
            { head: '状态', cell: (row) => <BookingTag status={row.status} /> },
          ]}
          foot={
            <>
              <span>姓名默认隐去，查看会留记录</span>
              <Pagination summary="1–3，共 25 条" nextHref="?page=2" />
            </>
          }
        />
      </WideStory>
      <WideStory name="键值、核对、经过">
        <Panel title="申请内容">
          <KeyValues
            rows={[
              { label: '手机号', value: '139****0002' },
              { label: '学历', value: '大专' },
              { label: '身份证号', value: '4508**********1126' },
              { label: '站点', value: '江南大道站' },
            ]}
          />
          <Checks
            dense
            lines={[
              { outcome: 'pass', text: '身份证号校验通过，32 岁；全区没有重复会籍' },
              { outcome: 'warn', text: '江南大道站已有 21 名会员，所属企业还没有建会。' },
            ]}
          />
          <AuditTrail
            lines={[
              { at: '6月5日 21:14', who: '本人', what: '手机提交' },
              { at: '6月8日 10:02', who: '林干事', what: '开始核对' },
            ]}
          />
        </Panel>
      </WideStory>
      <WideStory name="空表、待答复的事、决定栏">
        <DataTable
          caption="没有名单"
          rows={[]}
          keyOf={String}
          columns={[
            { head: '姓名', cell: String },
            { head: '状态', cell: String },
          ]}
          empty={<EmptyState title="没有符合的会员">换个写法，或去掉筛选。</EmptyState>}
        />
        <CaseTable
          caption="待答复"
          heads={{ title: '谁，哪一场', since: '提交' }}
          lines={cases}
          empty={<EmptyState title="没有待答复的">有人提出，会列在这里。</EmptyState>}
        />
        <div className="relative mt-4">
          <DecideBar note="10 秒内可撤销，之后发通知">
            <Button>
              通过<Kbd>A</Kbd>
            </Button>
            <form>
              <FormFold fold={decideFold({ id: 'story', label: '退回补正', title: '退回补正' })}>
                哪几项要改，为什么。
              </FormFold>
            </form>
          </DecideBar>
        </div>
      </WideStory>
      <WideStory name="名额去向">
        <Panel title="30 个名额使用情况" note="12:12">
          <Ledger
            entries={[
              { key: 'booked', label: '已预约', count: 24, fill: 'taken' },
              { key: 'offered', label: '给候补留着，今天 17:00 到期', count: 2, fill: 'offered' },
              { key: 'kept', label: '困难家庭预留，6月20日放出', count: 3, fill: 'reserved' },
              { key: 'free', label: '现在能报', count: 1, fill: 'free' },
            ]}
          />
        </Panel>
      </WideStory>
    </>
  );
}

/** The desk's own density, inside `.desk`. */
export function DeskStories() {
  return (
    <section aria-label="办公端" className="desk border-t border-line-strong py-7">
      <h2 className="mb-4">办公端</h2>
      <p className="mb-4">
        <TextLink href="/dev/ui/desk">工作台的框、左右分栏和打印纸</TextLink>
      </p>
      <div className="grid gap-8 lg:grid-cols-2">
        <Numbers />
        <Lists />
      </div>
    </section>
  );
}
