import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { newId } from '@/lib/ids';
import type { WaitingLine } from '../queries/where-places';

interface GiveProps {
  line: WaitingLine;
  actions: { offer: FormAction; override: FormAction };
  mayOverride: boolean;
}

const head = (word: string) => (
  <summary className="inline-flex min-h-11 items-center whitespace-nowrap text-link underline">
    {word}…
  </summary>
);

/** A place out of turn, or above capacity: folded away, and never without a reason. */
export function GivePlace({ line, actions, mayOverride }: GiveProps) {
  const { couldHave } = line;
  const word = couldHave ? '给名额' : '特批';
  if (!couldHave && !mayOverride) return null;
  return (
    <Form
      fold={{ head: head(word) }}
      action={couldHave ? actions.offer : actions.override}
      idempotencyKey={newId()}
      part={line.id}
      aria-label={`${word} ${line.number}`}
      className="w-[11em] pb-2"
    >
      <input type="hidden" name="bookingId" value={line.id} />
      <input type="hidden" name="version" value={line.version} />
      <TextField
        name="reason"
        label="原因"
        maxLength={100}
        hint={
          couldHave
            ? '不按顺序给，要写明原因，会记入操作日志'
            : '超出名额，单独计数，会记入操作日志'
        }
      />
      <SubmitButton small block={false} variant="secondary" className="mt-2">
        {couldHave ? '给这个人' : '特批这个人'}
      </SubmitButton>
    </Form>
  );
}
