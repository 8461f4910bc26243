import type { ReactNode } from 'react';
import type { DeskGroup } from '@/components/layout/desk-places';
import { DeskShell } from '@/components/layout/desk-shell';
import { countInbox } from '@/features/desk/queries/inbox-counts';
import { mattersOf } from '@/features/desk/queries/inbox-screen';
import { countedUpTo } from '@/features/desk/rules/age';
import { OfficerTools } from '@/features/identity/components/officer-tools';
import { describeScope } from '@/features/identity/queries/officer-scope';
import { countUnread } from '@/features/notifications/queries/notices';
import { currentCtx } from '@/lib/auth/session';
import { groups } from './desk-groups';

/** The desk around every officer's page. It shows what the roles open; each page asks for itself. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const ctx = await currentCtx();
  if (ctx.actor.kind !== 'account' || ctx.actor.grants.length === 0) return children;
  const { actor } = ctx;
  const decides = mattersOf(ctx).length > 0;
  const [scopes, unread, inbox] = await Promise.all([
    describeScope(ctx),
    countUnread(ctx),
    decides ? countInbox(ctx) : null,
  ]);
  const badge = inbox && { count: Math.min(inbox.waiting, countedUpTo), urgent: true };
  const mine: DeskGroup[] = groups
    .map(({ title, items }) => ({
      title,
      items: items
        .filter((item) => item.for.some((permission) => permission.anywhere(actor)))
        .map(({ label, href, icon, also }) => ({
          ...{ label, href, icon, also },
          ...(href === '/desk' && badge),
        })),
    }))
    .filter((group) => group.items.length > 0);
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
