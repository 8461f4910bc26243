import { CheckboxField } from '@/components/forms/checkbox-field';
import { FieldStack } from '@/components/forms/field-stack';
import { PhoneField } from '@/components/forms/phone-field';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { Section } from '@/components/ui/card';
import { Disclosure, Disclosures } from '@/components/ui/disclosure';
import { healthNotesConsent, pickUpConsent } from '@/features/programmes/rules/consents';
import { childcareDetails } from '@/features/programmes/schema/offering';

function PickUpPerson({ n }: { n: number }) {
  return (
    <FieldStack>
      <TextField name={`pickUpName${n}`} label="姓名" maxLength={20} autoComplete="off" />
      <TextField
        name={`pickUpRelation${n}`}
        label="是孩子的"
        hint="如：奶奶、舅舅"
        maxLength={10}
      />
      <PhoneField name={`pickUpPhone${n}`} label="手机号" />
    </FieldStack>
  );
}

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
          <p className="mb-3 text-secondary text-ink-2">
            您本人不用填。最多 3 人，到时凭姓名和手机号接走孩子。{pickUpConsent.body}
          </p>
          <Disclosures>
            {[1, 2, 3].map((n) => (
              <Disclosure key={n} summary={`接送人 ${n}`}>
                <PickUpPerson n={n} />
              </Disclosure>
            ))}
          </Disclosures>
        </Section>
      )}
      {asksHealthNotes && (
        <Section title="健康提示（选填）">
          <TextArea
            name="healthNotes"
            label="过敏、用药、饮食等，照看时要注意什么"
            hint="不填不影响报名。只有本班工作人员能看到，每次查看都有记录。"
            maxLength={300}
          />
          <CheckboxField name="healthConsent" label={healthNotesConsent.body} compact />
        </Section>
      )}
    </>
  );
}
