import type { ReactNode } from 'react';
import { DeskMain } from '@/components/layout/desk-shell';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { Breadcrumbs, Tabs } from '@/components/ui/tabs';
import { PhaseTag } from '@/features/bookings/components/desk-tags';
import { countsIn } from '@/features/bookings/queries/booking-counts';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import { timedOf } from '@/features/offerings/rules/meetings';
import { sessionWhen } from '@/features/offerings/rules/times';
import { offeringKindLabels } from '@/features/offerings/schema/offering';

/** Every tab, in its order: the last part of its address, its words, and the only kind that has it. */
export const offeringTabs = {
  bookings: { under: '', label: '报名' },
  waitlist: { under: '/waitlist', label: '候补' },
  draw: { under: '/draw', label: '抽签' },
  roll: { under: '/roll', label: '名册与签到' },
  certificates: { under: '/certificates', label: '证书', only: 'training' },
  staff: { under: '/staff', label: '看护人员', only: 'childcare' },
  messages: { under: '/messages', label: '消息' },
  conditions: { under: '/conditions', label: '条件' },
  questions: { under: '/questions', label: '问题' },
  publicity: { under: '/publicity', label: '宣传' },
  closing: { under: '/closing', label: '小结' },
  settings: { under: '/settings', label: '设置' },
} as const satisfies Record<string, { under: string; label: string; only?: DeskOffering['kind'] }>;

export type OfferingTab = keyof typeof offeringTabs;
const tabNames = Object.keys(offeringTabs) as OfferingTab[];

/** Where a tab of an offering is. */
export const tabAddress = (offeringId: string, tab: OfferingTab): string =>
  `/desk/offerings/${offeringId}${offeringTabs[tab].under}`;

/** One line under the title: when and where, or how many sessions. */
function whenAndWhere({ live, now, kind, organiser }: DeskOffering): string {
  const [first] = live;
  const about = `${offeringKindLabels[kind]}，${organiser}`;
  if (!first) return `${about}，还没有场次`;
  const line = `${sessionWhen(timedOf(first), now)}，${first.place}`;
  return live.length === 1 ? `${about}，${line}` : `${about}，${live.length} 场，第一场${line}`;
}

const isFull = ({ live }: DeskOffering) =>
  live.length > 0 && live.every((s) => s.taken >= s.capacity);

/** As many as the tab's own list holds: those that wait have theirs. */
function figures(offering: DeskOffering): Partial<Record<OfferingTab, number>> {
  const bookings = offering.counts
    .filter(({ status }) => status !== 'waitlisted')
    .reduce((sum, { n }) => sum + n, 0);
  return { bookings, waitlist: countsIn(offering).waitlisted ?? 0 };
}

function tabsOf(offering: DeskOffering, current: OfferingTab) {
  const counts = figures(offering);
  return tabNames
    .map((name) => ({ name, only: undefined, ...offeringTabs[name] }))
    .filter(({ only }) => only === undefined || only === offering.kind)
    .map(({ name, label }) => ({
      label,
      href: tabAddress(offering.id, name),
      count: counts[name],
      current: name === current,
    }));
}

interface FrameProps {
  offering: DeskOffering;
  tab: OfferingTab;
  children: ReactNode;
}

/** Head and tabs of one offering on the desk; each tab is a page with its own address. */
export function OfferingFrame({ offering, tab, children }: FrameProps) {
  const base = `/desk/offerings/${offering.id}`;
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[{ label: '服务与活动', href: '/desk/offerings' }, { label: offering.title }]}
      />
      <div className="mb-2 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 flex-[1_1_20em]">
          <h1 className="flex flex-wrap items-center gap-2">
            {offering.title}
            <PhaseTag phase={offering.phase} full={isFull(offering)} />
          </h1>
          <p className="text-table text-ink-2">{whenAndWhere(offering)}</p>
        </div>
        {offering.live.length > 0 && offering.status !== 'draft' && (
          <div className="flex flex-wrap gap-2">
            <LinkButton variant="secondary" small href={`${base}/book`} icon={<Icon name="user" />}>
              代他报名
            </LinkButton>
            <LinkButton
              variant="secondary"
              small
              href={`${base}/roll#export`}
              icon={<Icon name="download" />}
            >
              导出名册
            </LinkButton>
            <LinkButton
              variant="secondary"
              small
              href={`${base}/roll/print`}
              icon={<Icon name="print" />}
            >
              打印签到表
            </LinkButton>
          </div>
        )}
      </div>
      <Tabs label="本项服务" tabs={tabsOf(offering, tab)} />
      {children}
    </DeskMain>
  );
}
