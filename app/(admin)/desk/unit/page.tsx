import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { Stat, Stats } from '@/components/ui/stat';
import { countInbox } from '@/features/desk/queries/inbox-counts';
import { canSeeMembers } from '@/features/members/policy';
import { countMembersBelow } from '@/features/members/queries/count-members';
import { remindNamedAction } from '@/features/unit-lists/actions';
import { OpenToUnitsTable } from '@/features/unit-lists/components/unit-list-index';
import { UnansweredTable } from '@/features/unit-lists/components/unit-start';
import { canStartAtUnit } from '@/features/unit-lists/policy';
import { listNamingUnions, listOpenToUnits } from '@/features/unit-lists/queries/unit-lists';
import { listUnanswered } from '@/features/unit-lists/queries/unit-start';
import { authorize } from '@/lib/access';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '本单位' };

export default async function UnitPage() {
  const ctx = await requireStaff('/desk/unit');
  authorize(canStartAtUnit.anywhere(ctx.actor));
  const [inbox, counts, unions, open, unanswered] = await Promise.all([
    countInbox(ctx),
    countMembersBelow(ctx),
    listNamingUnions(ctx),
    listOpenToUnits(ctx),
    listUnanswered(ctx),
  ]);
  const members = canSeeMembers
    .organisationsOf(ctx.actor)
    .reduce((sum, id) => sum + (counts.get(id)?.members ?? 0), 0);
  const late = inbox.overdue > 0 ? `${inbox.overdue} 件超时` : '没有超时的';
  return (
    <DeskMain>
      <PageHead title="本单位">{unions.map(({ name }) => name).join('、')}</PageHead>
      <Stats>
        <Stat
          label="等审批"
          figure={inbox.waiting}
          unit="件"
          note={late}
          late={inbox.overdue > 0}
          href="/desk"
        />
        <Stat label="等本人确认" figure={unanswered.all} unit="人" href="#unanswered" />
        <Stat label="可以交名单" figure={open.length} unit="场" href="#open" />
        <Stat label="会员" figure={members} unit="人" href="/desk/members" />
      </Stats>
      <div className="mt-6 flex flex-col gap-2">
        <Section id="unanswered" title="谁还没确认">
          <UnansweredTable unanswered={unanswered} remind={remindNamedAction} />
        </Section>
        <Section id="open" title="现在可以交名单的服务">
          <OpenToUnitsTable items={open} now={ctx.now} />
        </Section>
      </div>
    </DeskMain>
  );
}
