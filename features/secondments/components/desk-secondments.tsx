import { TextLink } from '@/components/ui/app-link';
import { Section } from '@/components/ui/card';
import { Disclosures } from '@/components/ui/disclosure';
import type { Member } from '@/features/members/queries/member';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { listHosts } from '../queries/hosts';
import { listSecondmentsOf } from '../queries/secondments';
import { EndForm, EnterForm } from './secondment-forms';
import { SecondmentLines } from './secondment-lines';

/** 借调 of a member as the desk keeps it: those on record, ending the one under way, entering one. */
export async function DeskSecondments({ ctx, member }: { ctx: Ctx; member: Member }) {
  const today = todayOn(ctx.now);
  const lines = await listSecondmentsOf(ctx, member.personId);
  const may = member.mayReveal && member.status !== 'left';
  if (lines.length === 0 && !may) return null;
  const open = lines.filter(({ state }) => state === 'running' || state === 'coming');
  return (
    <Section
      title="借调"
      more={
        <TextLink href="/desk/secondments" className="reach no-print">
          全部借调
        </TextLink>
      }
    >
      {lines.length > 0 && <SecondmentLines lines={lines} />}
      {may && (
        <div className="no-print mt-4 max-w-form">
          <Disclosures>
            {open.map((line) => (
              <EndForm key={line.id} line={line} today={today} />
            ))}
            <EnterForm
              personId={member.personId}
              hosts={await listHosts(ctx, member)}
              today={today}
            />
          </Disclosures>
        </div>
      )}
    </Section>
  );
}
