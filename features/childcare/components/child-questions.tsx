import { Section } from '@/components/ui/card';
import { HealthField } from '@/features/enrolment/components/health-field';
import { childcareDetails } from '@/features/offerings/schema/offering';
import { PickUpFields } from './pick-up-fields';

/** What a class asks of a child: who may fetch it, and health notes only where the offering asks; both may be left out. */
export function ChildQuestions({
  details,
  asksHealthNotes,
}: {
  details: Record<string, unknown>;
  asksHealthNotes: boolean;
}) {
  const parsed = childcareDetails.safeParse(details);
  return (
    <>
      {(!parsed.success || parsed.data.asksPickUp) && (
        <Section title="还有谁会来接孩子（选填）">
          <PickUpFields />
        </Section>
      )}
      {asksHealthNotes && (
        <Section title="健康提示（选填）">
          <HealthField />
        </Section>
      )}
    </>
  );
}
