import type { ReactNode } from 'react';
import type { DeskGroup, DeskItem } from '@/components/layout/desk-places';
import { DeskShell } from '@/components/layout/desk-shell';
import { canReadLedger, canSuperviseLedger } from '@/features/audit/policy';
import { canConfigure } from '@/features/configuration/policy';
import { OfficerTools } from '@/features/identity/components/officer-tools';
import { canManageRoles } from '@/features/identity/policy';
import { describeScope } from '@/features/identity/queries/officer-scope';
import {
  canEnterApplication,
  canReviewApplication,
  canSeeMembers,
} from '@/features/membership/policy';
import { countUnread } from '@/features/notifications/queries/notices';
import { canSeeOrganisations } from '@/features/organisations/policy';
import { canManageOfferings } from '@/features/programmes/policy';
import type { Permission } from '@/lib/access';
import { currentCtx } from '@/lib/auth/session';

type Entry = DeskItem & { for: readonly Permission[] };
const offerings = Object.values(canManageOfferings);
const review = [canReviewApplication, ...offerings];

const groups: readonly { title?: string; items: readonly Entry[] }[] = [
  {
    items: [
      {
        label: '审批',
        href: '/desk',
        also: ['/desk/bulk', '/desk/applications'],
        icon: 'inbox',
        for: review,
      },
      { label: '柜台代办', href: '/desk/counter', icon: 'id-card', for: [canEnterApplication] },
      { label: '会员', href: '/desk/members', icon: 'users', for: [canSeeMembers] },
      { label: '组织', href: '/desk/organisations', icon: 'tree', for: [canSeeOrganisations] },
      { label: '服务与活动', href: '/desk/offerings', icon: 'calendar', for: offerings },
    ],
  },
  {
    title: '统计',
    items: [
      { label: '看板', href: '/desk/dashboard', icon: 'chart', for: [...review, canSeeMembers] },
    ],
  },
  {
    title: '系统',
    items: [
      { label: '角色与账号', href: '/desk/roles', icon: 'shield', for: [canManageRoles] },
      { label: '设置', href: '/desk/settings', icon: 'sliders', for: [canConfigure] },
      {
        label: '操作日志',
        href: '/desk/audit',
        icon: 'eye',
        for: [canReadLedger, canSuperviseLedger],
      },
    ],
  },
];

/** The desk around every officer's page. It shows what the roles open; each page asks for itself. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const ctx = await currentCtx();
  if (ctx.actor.kind !== 'account' || ctx.actor.grants.length === 0) return children;
  const { actor } = ctx;
  const mine: DeskGroup[] = groups
    .map(({ title, items }) => ({
      title,
      items: items
        .filter((item) => item.for.some((permission) => permission.anywhere(actor)))
        .map(({ label, href, icon, also }) => ({ label, href, icon, also })),
    }))
    .filter((group) => group.items.length > 0);
  const [scopes, unread] = await Promise.all([describeScope(ctx), countUnread(ctx)]);
  const more = scopes.length > 1 ? ` 等 ${scopes.length} 个角色` : '';
  return (
    <DeskShell
      scope={<span title={scopes.join('；')}>{`${scopes[0] ?? ''}${more}`}</span>}
      tools={<OfficerTools name={actor.displayName} unread={unread} />}
      groups={mine}
    >
      {children}
    </DeskShell>
  );
}
