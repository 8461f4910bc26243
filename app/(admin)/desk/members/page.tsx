import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { TextLink } from '@/components/ui/app-link';
import { ListExport } from '@/features/exports/components/list-export';
import { MemberTable } from '@/features/members/components/member-table';
import { canSeeMembers } from '@/features/members/policy';
import { listMembers } from '@/features/members/queries/members';
import { memberFilter } from '@/features/members/schema/members';
import { listTownsBelow } from '@/features/organisations/queries/find-unions';
import { openSearch } from '@/lib/auth/search';
import { requireStaff } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';

export const metadata: Metadata = { title: '会员' };

export default async function MembersPage({ searchParams }: PageProps<'/desk/members'>) {
  const ctx = await requireStaff('/desk/members');
  if (!canSeeMembers.anywhere(ctx.actor)) forbidden();
  const search = await searchParams;
  const { filter, wanted, lost } = openSearch(ctx, memberFilter.parse(search));
  const [found, towns] = await Promise.all([
    listMembers(ctx, wanted),
    listTownsBelow(ctx, canSeeMembers.organisationsOf(ctx.actor)),
  ]);
  return (
    <DeskMain>
      <h1 className="mb-3">会员</h1>
      <MemberTable
        {...{ filter, lost, towns }}
        {...found}
        words={wanted.q}
        today={todayOn(ctx.now)}
      />
      <p className="no-print mt-4">
        <TextLink href="/desk/secondments">借调</TextLink>
      </p>
      <ListExport ctx={ctx} list="members" search={search} />
    </DeskMain>
  );
}
