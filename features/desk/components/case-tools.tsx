import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { InlineForm } from '@/components/forms/inline-form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { flushFold } from '@/components/ui/disclosure';
import { formatDateTime } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { addNoteAction, assignCaseAction, removeNoteAction } from '../actions';
import type { CaseToolsView } from '../queries/case-tools';
import { choicesOf, turnText } from '../rules/turn';
import { WhoElse } from './who-else';

interface Props {
  tools: CaseToolsView;
  /** The list's address. */
  back: string;
}

/** Whose turn it is, who else has it open, and how to take it on or hand it over. */
export function CaseTurn({ tools, back }: Props) {
  const { ref, officers, taken, me } = tools;
  const mine = taken?.id === me;
  const choices = choicesOf(officers, me);
  const seen = taken?.id ?? '';
  const fields = { ref, back, seen, officerId: mine ? '' : (me ?? '') };
  return (
    <div className="no-print mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-table text-ink-2">
      <span>{turnText(officers, taken, me)}</span>
      <InlineForm action={assignCaseAction} fields={fields}>
        <SubmitButton variant="secondary" small block={false} pendingText="…">
          {mine ? '不办了，放回' : '我来办'}
        </SubmitButton>
      </InlineForm>
      {choices.length > 0 && (
        <div className="max-lg:basis-full lg:min-w-[12em]">
          <Form
            action={assignCaseAction}
            part="hand-over"
            fold={flushFold('交给同事')}
            aria-label="交给同事"
          >
            <input type="hidden" name="ref" value={ref} />
            <input type="hidden" name="back" value={back} />
            <input type="hidden" name="seen" value={seen} />
            <FieldStack>
              <SelectField name="officerId" label="交给谁" options={choices} placeholder="请选择" />
              <SubmitButton variant="secondary" small block={false} pendingText="交接中…">
                交给他，并通知
              </SubmitButton>
            </FieldStack>
          </Form>
        </div>
      )}
      <WhoElse caseRef={ref} />
    </div>
  );
}

/** What officers wrote to each other about the case, and room for more; in the inbox or on a booking's page. */
export function CaseNotes({ tools, back, offeringId }: Props & { offeringId?: string }) {
  const { ref, notes, now } = tools;
  const place: Record<string, string> = offeringId ? { ref, back, offeringId } : { ref, back };
  return (
    <section className="no-print mt-6" aria-labelledby="notes-title">
      <h2 id="notes-title">内部备注</h2>
      {notes.length > 0 && (
        <ul className="rows mt-1 rounded-card border border-line bg-surface">
          {notes.map((note) => (
            <li key={note.id} className="flex justify-between gap-4 px-4 py-2">
              <span className="min-w-0">
                <span className="whitespace-pre-line">{note.text}</span>
                <span className="block text-meta text-ink-3">
                  {note.who}，{formatDateTime(note.at, now)}
                </span>
              </span>
              {note.own && (
                <InlineForm
                  action={removeNoteAction}
                  fields={{ ...place, noteId: note.id }}
                  className="max-w-[60%] flex-none"
                >
                  <SubmitButton variant="secondary" small block={false} pendingText="…">
                    删除
                  </SubmitButton>
                </InlineForm>
              )}
            </li>
          ))}
        </ul>
      )}
      <Form
        action={addNoteAction}
        part="note"
        idempotencyKey={newId()}
        className="mt-2"
        fold={flushFold('写备注')}
        aria-label="写备注"
      >
        {Object.entries(place).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <FieldStack>
          <TextArea
            name="text"
            label="写给同事的话"
            hint="申请人的页面和通知里都没有。本人依法申请复制个人信息时会提供，请只写办事要用的事实。"
            rows={2}
            maxLength={500}
          />
          <SubmitButton variant="secondary" small block={false} pendingText="保存中…">
            保存备注
          </SubmitButton>
        </FieldStack>
      </Form>
    </section>
  );
}
