import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Panel } from '@/components/ui/card';
import { Disclosures, foldOf } from '@/components/ui/disclosure';
import { KeyValues } from '@/components/ui/summary-list';
import { setContactAction } from '../actions';
import type { FoundingScreen } from '../queries/foundings';
import { isPastStopping } from '../rules/kinds';
import { WhichFounding } from './step-forms';

interface Contact {
  readonly contactName?: string | null;
  readonly contactPhoneTail?: string | null;
  readonly preparingGroup?: string | null;
  readonly purpose?: string | null;
}

/** Who is asked, who prepares, what for; on the 请示. */
export function ContactFields({ contact }: { contact?: Contact }) {
  const tail = contact?.contactPhoneTail;
  return (
    <>
      <TextField
        name="contactName"
        label="联系人"
        optional
        maxLength={30}
        defaultValue={contact?.contactName ?? ''}
      />
      <TextField
        name="contactPhone"
        label="联系电话"
        optional
        inputMode="tel"
        maxLength={30}
        hint={tail ? `已登记，尾号 ${tail}。不改就空着` : '加密保存，只印在请示上，办完自动删除'}
      />
      <TextField
        name="preparingGroup"
        label="筹备组成员"
        optional
        maxLength={200}
        hint="用顿号隔开"
        defaultValue={contact?.preparingGroup ?? ''}
      />
      <TextField
        name="purpose"
        label="建会目的"
        optional
        maxLength={200}
        hint="不填的，请示上写依法维护职工合法权益"
        defaultValue={contact?.purpose ?? ''}
      />
    </>
  );
}

/** Contact and preparing group of a founding, and the form that changes them until it is founded. */
export function ContactPanel({ founding }: { founding: FoundingScreen }) {
  const { kind, step, contactName, contactPhoneTail, preparingGroup, purpose } = founding;
  const mayChange = founding.mayTake('applied') && !isPastStopping(kind, step);
  const known = [
    { label: '联系人', value: contactName },
    { label: '电话', value: contactPhoneTail && `尾号 ${contactPhoneTail}` },
    { label: '筹备组', value: preparingGroup },
    { label: '建会目的', value: purpose },
  ].filter(({ value }) => value);
  if (kind !== 'founding' || (known.length === 0 && !mayChange)) return null;
  return (
    <Panel title="联系人、筹备组">
      {known.length > 0 && <KeyValues single rows={known} />}
      {mayChange && (
        <div className="mt-3">
          <Disclosures>
            <Form action={setContactAction} part="contact" fold={foldOf('填写、修改')}>
              <WhichFounding founding={founding} />
              <FieldStack>
                <ContactFields contact={founding} />
                <SubmitButton block={false} small>
                  保存
                </SubmitButton>
              </FieldStack>
            </Form>
          </Disclosures>
        </div>
      )}
    </Panel>
  );
}
