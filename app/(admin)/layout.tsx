import type { ReactNode } from 'react';
import { DeskShell } from '@/components/layout/desk-shell';
import { IdleWarning } from '@/components/layout/idle-warning';
import { SearchBox } from '@/components/ui/search-box';
import { countStepsLeft } from '@/features/configuration/queries/install-facts';
import { countInbox } from '@/features/desk/queries/inbox-counts';
import { MemberSearchLink, OfficerTools } from '@/features/identity/components/officer-tools';
import { describeScope } from '@/features/identity/queries/officer-scope';
import { countUnread } from '@/features/notifications/queries/notices';
import { currentCtx } from '@/lib/auth/session';
import { staffIdleMinutes } from '@/lib/auth/settings';
import { readPortal } from '@/lib/portal/portal';
import { readSettings } from '@/lib/settings';
import { menuOf, withCount, withStepsLeft } from './desk-groups';

/** The desk around every officer's page. It shows what the roles open; each page asks for itself. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const ctx = await currentCtx();
  if (ctx.actor.kind !== 'account' || ctx.actor.grants.length === 0) return children;
  const { actor } = ctx;
  const menu = menuOf(actor);
  const holds = (place: string) =>
    menu.some(({ items }) => items.some(({ href }) => href === place));
  const [decides, finds] = [holds('/desk'), holds('/desk/members')];
  const [mark, scopes, unread, inbox, stepsLeft] = await Promise.all([
    readPortal(),
    describeScope(ctx),
    countUnread(ctx),
    decides ? countInbox(ctx) : null,
    holds('/desk/first-steps') ? countStepsLeft(ctx) : 0,
  ]);
  const { minutes } = await readSettings(ctx, { minutes: staffIdleMinutes });
  const more = scopes.length > 1 ? ` 等 ${scopes.length} 个角色` : '';
  return (
    <DeskShell
      mark={mark}
      scope={<span title={scopes.join('；')}>{`${scopes[0] ?? ''}${more}`}</span>}
      search={finds && <SearchBox label="搜会员：姓名、手机后四位" to="/desk/members" />}
      tools={
        <>
          {finds && <MemberSearchLink />}
          <OfficerTools name={actor.displayName} unread={unread} />
        </>
      }
      groups={withStepsLeft(inbox ? withCount(menu, '/desk', inbox.waiting) : menu, stepsLeft)}
      home={menu[0]?.items[0]?.href}
    >
      <IdleWarning
        account={actor.accountId}
        idleSeconds={minutes * 60}
        session="/api/desk/session"
        door="/staff/login"
      />
      {children}
    </DeskShell>
  );
}
