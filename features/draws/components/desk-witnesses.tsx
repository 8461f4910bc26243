import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { AppLink } from '@/components/ui/app-link';
import type { DeskDraw } from '../queries/desk-draws';
import { fingerprint } from '../rules/words';

const who = ['组织单位', '见证人一', '见证人二'] as const;

interface WitnessFormsProps {
  one: DeskDraw;
  action: FormAction;
  /** The sentences themselves, once the list is sealed. */
  reveal?: boolean;
}

/** The next of the three who has something to hand in; one form at a time. */
export function WitnessForms({ one, action, reveal }: WitnessFormsProps) {
  const { draw, session, witnesses } = one;
  const done = (position: number) => {
    const found = witnesses.find((w) => w.position === position);
    return reveal ? found?.revealed != null : found !== undefined;
  };
  const next = [1, 2, 3].find((position) => !done(position));
  return (
    <>
      {witnesses.map((w) => (
        <p key={w.position} className="break-all">
          {w.name}：{w.revealed ?? `校验码 ${fingerprint(w.commitment)}`}
        </p>
      ))}
      {next !== undefined && (
        <Form key={next} action={action} aria-label={who[next - 1]}>
          <input type="hidden" name="position" value={next} />
          {reveal ? (
            <input type="hidden" name="drawId" value={draw?.id} />
          ) : (
            <input type="hidden" name="sessionId" value={session.id} />
          )}
          <FieldStack>
            {reveal ? (
              <TextField name="secret" label={`${who[next - 1]}的口令`} maxLength={200} />
            ) : (
              <>
                <TextField
                  name="name"
                  label={who[next - 1] ?? ''}
                  maxLength={20}
                  hint="写姓名或单位"
                />
                <TextField
                  name="commitment"
                  label="口令的校验码"
                  maxLength={64}
                  hint="SHA-256，64 位。见证人在自己手机上打开“算口令的校验码”算出来"
                />
                <p className="text-secondary">
                  <AppLink href="/draws/fingerprint" className="link">
                    算口令的校验码
                  </AppLink>
                </p>
              </>
            )}
            <SubmitButton block={false} variant="secondary">
              {reveal ? '公开口令' : '交校验码'}
            </SubmitButton>
          </FieldStack>
        </Form>
      )}
    </>
  );
}
