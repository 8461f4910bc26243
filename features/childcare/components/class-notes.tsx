import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { Section } from '@/components/ui/card';
import { Disclosure, Disclosures, foldOf } from '@/components/ui/disclosure';
import { formatDateTime } from '@/lib/dates';
import { newId } from '@/lib/ids';
import type { ClassDay } from '../queries/class-day';
import type { ClassNote } from '../queries/class-notes';

interface NotesProps {
  view: ClassDay;
  write: FormAction;
  close: FormAction;
}

function Note({ note, view, close }: Omit<NotesProps, 'write'> & { note: ClassNote }) {
  const child = view.lines.find((line) => line.bookingId === note.bookingId)?.name ?? '全班';
  return (
    <li className="border-line p-4 not-first:border-t">
      <p className="font-semibold">{child}</p>
      <p className="whitespace-pre-line">{note.text}</p>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-2">
        <p className="text-meta text-ink-3">
          {note.writer}，{formatDateTime(note.writtenAt, view.now)}
          {note.closedAt && `；${note.closer} ${formatDateTime(note.closedAt, view.now)} 已处理`}
        </p>
        {!note.closedAt && (
          <InlineForm action={close} fields={{ sessionId: view.sessionId, noteId: note.id }}>
            <SubmitButton small block={false} variant="secondary" pendingText="记下…">
              已处理<span className="visually-hidden">：{child}</span>
            </SubmitButton>
          </InlineForm>
        )}
      </div>
    </li>
  );
}

const listClass = 'rounded-card border border-line bg-surface';

/** 交接: what the one before left to be seen to, and a few words for the next. Guardians read none of it. */
export function ClassNotes({ view, write, close }: NotesProps) {
  const open = view.notes.filter((note) => !note.closedAt);
  const closed = view.notes.filter((note) => note.closedAt);
  const children = view.lines.map((line) => ({ value: line.bookingId, label: line.name }));
  return (
    <Section title="交接" more={open.length > 0 ? `${open.length} 件没处理` : undefined}>
      {open.length > 0 && (
        <ul className={`${listClass} mb-3`}>
          {open.map((note) => (
            <Note key={note.id} {...{ note, view, close }} />
          ))}
        </ul>
      )}
      <Disclosures>
        <Form isPrivate action={write} idempotencyKey={newId()} fold={foldOf('写给下一位老师')}>
          <input type="hidden" name="sessionId" value={view.sessionId} />
          <FieldStack>
            <SelectField
              name="bookingId"
              label="关于谁"
              options={[{ value: '', label: '全班' }, ...children]}
            />
            <TextArea
              name="text"
              label="要交接的事"
              hint="只有本班看护人员和主办方看得到，家长看不到"
              maxLength={300}
              rows={3}
            />
            <SubmitButton pendingText="记下…">记下</SubmitButton>
          </FieldStack>
        </Form>
        {closed.length > 0 && (
          <Disclosure summary={`处理过的 ${closed.length} 件`}>
            <ul className={listClass}>
              {closed.map((note) => (
                <Note key={note.id} {...{ note, view, close }} />
              ))}
            </ul>
          </Disclosure>
        )}
      </Disclosures>
    </Section>
  );
}
