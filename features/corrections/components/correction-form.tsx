import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { TextLink } from '@/components/ui/app-link';
import { prepareCorrectionAction } from '../actions';
import type { CorrectionFormFacts as Asked } from '../queries/my-corrections';
import { IdentityFields } from './identity-fields';

interface Props {
  form: Asked;
  other: boolean;
  today: string;
}

/** Step one: what is right. The proof comes on the next page. */
export function CorrectionForm({ form: { who, now, draft }, other, today }: Props) {
  const { after } = draft ?? { after: now };
  // The number on record is never written out; one that was typed before is shown again.
  const idNumber = after.idNumber === now.idNumber ? undefined : (after.idNumber ?? undefined);
  return (
    <Form action={prepareCorrectionAction} aria-label="更正资料" isPrivate>
      <input type="hidden" name="who" value={who} />
      <FieldStack>
        <IdentityFields
          values={{ ...after, idNumber }}
          idMasked={now.idMasked}
          other={other}
          today={today}
        />
        {now.idMasked !== null && !other && (
          <TextLink
            href={`/me/corrections/new?who=${who}&type=other`}
            className="inline-flex min-h-target items-center text-secondary"
          >
            证件类型登记错了
          </TextLink>
        )}
        <TextField
          name="why"
          label="怎么错的"
          hint="如：打字打错、后来改过名。"
          optional
          defaultValue={draft?.why ?? undefined}
          maxLength={100}
        />
      </FieldStack>
      <SubmitButton className="mt-6">下一步：拍证件照片</SubmitButton>
    </Form>
  );
}
