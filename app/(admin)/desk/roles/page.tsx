import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { TextLink } from '@/components/ui/app-link';
import { Notice } from '@/components/ui/notice';
import { InvitationTable, InviteForm } from '@/features/identity/components/officer-invitations';
import { PhoneSearch } from '@/features/identity/components/phone-search';
import { RoleDone } from '@/features/identity/components/role-done';
import { RoleSubjectPanel } from '@/features/identity/components/role-subject';
import { AllRoles } from '@/features/identity/components/role-table';
import { canManageRoles } from '@/features/identity/policy';
import { listRoleInvitations } from '@/features/identity/queries/invitations';
import { findRoleSubject, listHeldRoles, listRolePlaces } from '@/features/identity/queries/roles';
import { searchByPhone } from '@/features/identity/queries/search-by-phone';
import { rolesQuery } from '@/features/identity/schema/pages';
import { openSearch } from '@/lib/auth/search';
import { requireStaff } from '@/lib/auth/session';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';

export const metadata: Metadata = { title: '角色与账号' };

export default async function RolesPage({ searchParams }: PageProps<'/desk/roles'>) {
  const ctx = await requireStaff('/desk/roles');
  if (!canManageRoles.anywhere(ctx.actor)) notFound();
  const { wanted: query, lost } = openSearch(ctx, rolesQuery.parse(await searchParams));
  const found = await searchByPhone(ctx, query.phone);
  const accountId = query.account ?? found.accountId;
  const subject = accountId ? await findRoleSubject(ctx, accountId) : null;
  const back = accountId ? `/desk/roles?account=${accountId}` : '/desk/roles';
  const confirm = `/staff/confirm?next=${encodeURIComponent(back)}`;
  return (
    <DeskMain>
      <div className="max-w-[960px]">
        <PageHead title="角色与账号">
          {subject ? (
            <TextLink className="inline-flex items-center max-lg:min-h-target" href="/desk/roles">
              返回全部
            </TextLink>
          ) : (
            '授予和收回马上生效，都有记录。'
          )}
        </PageHead>
        <RoleDone done={query.done} />
        {!hasRecentSecondFactor(ctx) && (
          <Notice tone="warning" className="mb-4">
            授权和停用前要再输一次动态码。<TextLink href={confirm}>输入动态码</TextLink>
          </Notice>
        )}
        {subject ? (
          <RoleSubjectPanel
            subject={subject}
            places={await listRolePlaces(ctx, query.q)}
            search={query.q ?? ''}
            now={ctx.now}
          />
        ) : (
          <>
            <PhoneSearch phone={query.phone} error={found.error} lost={lost} />
            <div className="my-4 flex flex-col gap-4">
              <InviteForm
                phone={query.phone ?? ''}
                places={await listRolePlaces(ctx)}
                open={found.error !== null}
              />
              <InvitationTable rows={await listRoleInvitations(ctx)} now={ctx.now} />
            </div>
            <AllRoles {...(await listHeldRoles(ctx, query.skip))} now={ctx.now} />
          </>
        )}
      </div>
    </DeskMain>
  );
}
