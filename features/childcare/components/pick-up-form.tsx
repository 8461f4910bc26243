import { CheckboxField } from '@/components/forms/checkbox-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { FieldsFold } from '@/components/forms/form-fold';
import type { FormAction } from '@/components/forms/form-state';
import { PhoneField } from '@/components/forms/phone-field';
import { PhotoField } from '@/components/forms/photo-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Disclosures, foldOf } from '@/components/ui/disclosure';
import { pickUpConsent } from '@/features/enrolment/rules/consents';
import type { getPickUpList } from '../queries/guardian-class';
import { Face } from './face';

type List = Awaited<ReturnType<typeof getPickUpList>>;

/** Up to three people, each in full or not at all; guardians need no entry. */
export function PickUpForm({ list, action }: { list: List; action: FormAction }) {
  return (
    <Form isPrivate action={action}>
      <input type="hidden" name="bookingId" value={list.bookingId} />
      <Disclosures>
        {[1, 2, 3].map((n) => {
          const person = list.people[n - 1];
          // The next one opens when it is wanted; whoever is named is open to be read.
          const open = n <= Math.max(1, list.people.length);
          return (
            <FieldsFold
              key={n}
              fold={foldOf(person ? `接送人 ${n}：${person.name}` : `接送人 ${n}`, open)}
              names={[`name${n}`, `relation${n}`, `phone${n}`, `photo${n}`]}
            >
              <FieldStack>
                <TextField
                  name={`name${n}`}
                  label="姓名"
                  maxLength={20}
                  defaultValue={person?.name}
                />
                <TextField
                  name={`relation${n}`}
                  label="是孩子的"
                  maxLength={10}
                  defaultValue={person?.relation}
                />
                <PhoneField name={`phone${n}`} label="手机号" defaultValue={person?.phone} />
                {person?.photo && <Face photo={person.photo} name={person.name} />}
                <PhotoField name={`photo${n}`} label="照片" pixels={480} optional />
              </FieldStack>
            </FieldsFold>
          );
        })}
      </Disclosures>
      <div className="mt-6 flex flex-col gap-4">
        <CheckboxField name="consent" label={pickUpConsent.body} compact />
        <SubmitButton>保存名单</SubmitButton>
      </div>
    </Form>
  );
}
