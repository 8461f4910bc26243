import type { DeskGroup, DeskItem } from '@/components/layout/desk-places';
import { canReadLedger, canSuperviseLedger } from '@/features/audit/policy';
import { canDecideBookings, canDecideScreening } from '@/features/bookings/policy';
import { canConfigure } from '@/features/configuration/policy';
import { canCorrectIdentity } from '@/features/corrections/policy';
import { canEnterApplication } from '@/features/counter/policy';
import { canEditReasons } from '@/features/desk/policy';
import { canMergeRecords } from '@/features/duplicates/policy';
import { canSeeRegister } from '@/features/employer-register/policy';
import { figureReaders, unionFigureReaders } from '@/features/figures/policy';
import { canManageRoles } from '@/features/identity/policy';
import { canImport } from '@/features/imports/policy';
import { canReviewApplication, canSeeMembers } from '@/features/members/policy';
import { canResendMessages } from '@/features/notifications/policy';
import { canManageOfferings } from '@/features/offerings/policy';
import { canSeeOffices } from '@/features/offices/policy';
import { canSeeOrganisations } from '@/features/organisations/policy';
import { canSeeCertificates } from '@/features/questions/policy';
import { canWorkAtHospitalDesk } from '@/features/screening/policy';
import { canStartAtUnit, canSubmitUnitList } from '@/features/unit-lists/policy';
import { canManageVenues } from '@/features/venues/policy';
import type { Permission } from '@/lib/access';
import type { Actor } from '@/lib/actor';

type Entry = DeskItem & { for: readonly Permission[] };
const offerings = Object.values(canManageOfferings);
const decides = Object.values(canDecideBookings);
const review = [canReviewApplication, ...offerings];

/** Every entry of the desk's menu, and who is shown it. Order is how often it is used. */
const groups: readonly { title?: string; items: readonly Entry[] }[] = [
  {
    items: [
      { label: '本单位', href: '/desk/unit', icon: 'building', for: [canStartAtUnit] },
      {
        label: '审批',
        href: '/desk',
        also: ['/desk/bulk', '/desk/applications'],
        icon: 'inbox',
        for: review,
      },
      {
        label: '今日名单',
        href: '/desk/hospital',
        icon: 'clipboard',
        for: [canWorkAtHospitalDesk],
      },
      {
        label: '会籍登记',
        href: '/desk/transfers',
        icon: 'refresh',
        for: [canReviewApplication],
      },
      {
        label: '资料更正',
        href: '/desk/corrections',
        icon: 'pencil',
        for: [canCorrectIdentity],
      },
      { label: '柜台代办', href: '/desk/counter', icon: 'id-card', for: [canEnterApplication] },
      { label: '会员', href: '/desk/members', icon: 'users', for: [canSeeMembers] },
      { label: '人群', href: '/desk/segments', icon: 'filter', for: [canSeeMembers] },
      { label: '导入', href: '/desk/imports', icon: 'upload', for: [canImport] },
      { label: '疑似重复', href: '/desk/duplicates', icon: 'scan', for: [canMergeRecords] },
      { label: '组织', href: '/desk/organisations', icon: 'tree', for: [canSeeOrganisations] },
      {
        label: '企业台账',
        href: '/desk/register',
        also: ['/desk/foundings'],
        icon: 'building',
        for: [canSeeRegister],
      },
      { label: '任期到期', href: '/desk/terms', icon: 'bell', for: [canSeeOffices] },
      { label: '服务与活动', href: '/desk/offerings', icon: 'calendar', for: offerings },
      { label: '地点', href: '/desk/venues', icon: 'pin', for: [canManageVenues] },
      { label: '单位报名', href: '/desk/unit-lists', icon: 'clipboard', for: [canSubmitUnitList] },
      {
        label: '差评整改',
        href: '/desk/ratings',
        icon: 'star',
        for: [canReviewApplication, ...decides],
      },
      {
        label: '复查核实',
        href: '/desk/returns',
        icon: 'heart',
        for: [canDecideScreening],
      },
      { label: '爽约申诉', href: '/desk/appeals', icon: 'scales', for: decides },
    ],
  },
  {
    title: '统计',
    items: [
      { label: '看板', href: '/desk/dashboard', icon: 'chart', for: [...review, canSeeMembers] },
      {
        label: '组织统计',
        href: '/desk/union-figures',
        icon: 'folder',
        for: unionFigureReaders,
      },
      { label: '服务统计', href: '/desk/figures', icon: 'book', for: figureReaders },
      { label: '入会周报', href: '/desk/weekly', icon: 'clock', for: [canReviewApplication] },
    ],
  },
  {
    title: '系统',
    items: [
      { label: '开始使用', href: '/desk/first-steps', icon: 'flag', for: [canConfigure] },
      { label: '角色与账号', href: '/desk/roles', icon: 'shield', for: [canManageRoles] },
      { label: '常用理由', href: '/desk/reasons', icon: 'copy', for: [canEditReasons] },
      { label: '设置', href: '/desk/settings', icon: 'sliders', for: [canConfigure] },
      {
        label: '操作日志',
        href: '/desk/audit',
        icon: 'eye',
        for: [canReadLedger, canSuperviseLedger],
      },
      {
        label: '未送达短信',
        href: '/desk/messages',
        icon: 'message',
        for: [canResendMessages],
      },
      { label: '数据删除记录', href: '/desk/purges', icon: 'file', for: [canSeeCertificates] },
    ],
  },
];

/** Where an officer starts who has nothing to decide: the first entry of the own menu, if any. */
export function firstPlace(actor: Actor): string | null {
  const mine = groups
    .flatMap(({ items }) => items)
    .find((item) => item.href !== '/desk' && item.for.some((one) => one.anywhere(actor)));
  return mine?.href ?? null;
}

/** The menu of one officer: only what the roles open. */
export const menuOf = (actor: Actor): DeskGroup[] =>
  groups
    .map(({ title, items }) => ({
      title,
      items: items
        .filter((item) => item.for.some((permission) => permission.anywhere(actor)))
        .map(({ label, href, icon, also }) => ({ label, href, icon, also })),
    }))
    .filter((group) => group.items.length > 0);

/** The menu with how much waits behind one of its entries. */
export const withCount = (menu: DeskGroup[], href: string, count: number): DeskGroup[] =>
  menu.map((group) => ({
    ...group,
    items: group.items.map((item) =>
      item.href === href ? { ...item, count, urgent: true } : item,
    ),
  }));

/** The menu with how many first steps are left; without their entry once none is. */
export const withStepsLeft = (menu: DeskGroup[], left: number): DeskGroup[] =>
  menu.map((group) => ({
    ...group,
    items: group.items
      .filter((item) => left > 0 || item.href !== '/desk/first-steps')
      .map((item) => (item.href === '/desk/first-steps' ? { ...item, count: left } : item)),
  }));
