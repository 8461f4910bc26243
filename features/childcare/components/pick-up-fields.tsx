import { FieldStack } from '@/components/forms/field-stack';
import { FieldsFold } from '@/components/forms/form-fold';
import { PhoneField } from '@/components/forms/phone-field';
import { TextField } from '@/components/forms/text-field';
import { Disclosures, foldOf } from '@/components/ui/disclosure';
import type { PickUpPerson } from '@/features/bookings/rules/pick-up';
import { pickUpConsent } from '@/features/enrolment/rules/consents';

interface PickUpFieldsProps {
  /** What is there already. */
  people?: readonly PickUpPerson[];
  /** The list is what the page is about: what is there stands open, and a first place to fill in. */
  open?: boolean;
}

/** Up to three people who may fetch the child, each in a fold of their own. */
export function PickUpFields({ people = [], open = false }: PickUpFieldsProps) {
  return (
    <>
      <p className="mb-3 text-secondary text-ink-2">
        您本人不用填。最多 3 人，到时凭姓名和手机号接走孩子。{pickUpConsent.body}
      </p>
      <Disclosures>
        {[1, 2, 3].map((n) => {
          const person = people[n - 1];
          const shown = open && (person !== undefined || n === 1);
          return (
            <FieldsFold
              key={n}
              fold={foldOf(`接送人 ${n}`, shown)}
              names={[`pickUpName${n}`, `pickUpRelation${n}`, `pickUpPhone${n}`]}
            >
              <FieldStack>
                <TextField
                  name={`pickUpName${n}`}
                  label="姓名"
                  maxLength={20}
                  autoComplete="off"
                  defaultValue={person?.name}
                />
                <TextField
                  name={`pickUpRelation${n}`}
                  label="是孩子的"
                  hint="如：奶奶、舅舅"
                  maxLength={10}
                  defaultValue={person?.relation}
                />
                <PhoneField name={`pickUpPhone${n}`} label="手机号" defaultValue={person?.phone} />
              </FieldStack>
            </FieldsFold>
          );
        })}
      </Disclosures>
    </>
  );
}
