import { CheckboxField } from '@/components/forms/checkbox-field';
import { DraftForm } from '@/components/forms/draft-form';
import { SelectField } from '@/components/forms/select-field';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/card';
import type { ConditionChoices } from '@/features/offerings/queries/form-choices';
import type { Kind } from '@/features/offerings/schema/offering';
import { rowsFor } from '../rules/rule-rows';
import type { RulesDraft } from '../rules/rules-draft';
import { RuleFields } from './desk-rule-fields';

interface RulesEditorProps {
  base: string;
  kind: Kind;
  draft: RulesDraft;
  choices: ConditionChoices;
  /** Offerings whose people the conditions can be tried on. */
  against: { options: readonly { id: string; title: string }[]; chosen: string | undefined };
  /** Set once the effect is shown below: then saving is the red button. */
  previewed: boolean;
  /** What one session asks beside its offering. */
  ofSession?: boolean;
}

/** 条件, a row each: add, fill in, take away. Every step is an address; nothing is stored here. */
export function RulesEditor(props: RulesEditorProps) {
  const { base, kind, draft, choices, against, previewed, ofSession = false } = props;
  const rows = rowsFor(kind, ofSession);
  const free = rows.filter((row) => !draft.rows.includes(row));
  const shown = draft.rows.filter((row) => rows.includes(row));
  return (
    <DraftForm id="rules" action={`${base}#rules`} state={draft.state} aria-label="条件">
      {/* Enter in a field means this button, not the first row's 去掉. */}
      <button type="submit" name="preview" value="yes" className="visually-hidden" tabIndex={-1}>
        预览影响
      </button>
      <input type="hidden" name="draft" value="1" />
      <Panel title={ofSession ? '这一场另加的条件' : '谁能报'}>
        {!ofSession && (
          <CheckboxField
            name="membersOnly"
            label={kind === 'childcare' ? '家长是工会会员' : '只面向工会会员'}
            defaultChecked={draft.values.membersOnly === 'yes'}
          />
        )}
        <ul className="flex flex-col gap-3 not-empty:mt-3">
          {shown.map((row) => (
            <li key={row.key} className="rounded-card border border-line p-3">
              <input type="hidden" name="row" value={row.key} />
              <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
                <b>{row.label}</b>
                <Button type="submit" small variant="text" name="remove" value={row.key}>
                  去掉<span className="visually-hidden">{row.label}</span>
                </Button>
              </div>
              <RuleFields row={row} values={draft.values} choices={choices} />
            </li>
          ))}
        </ul>
        {shown.length === 0 && (
          <p className={ofSession ? 'text-ink-2' : 'mt-3 text-ink-2'}>
            {ofSession ? '没有另加的条件，和整项服务一样。' : '还没有别的条件。'}
          </p>
        )}
      </Panel>
      <div className="mt-4 flex flex-wrap items-end gap-3">
        <SelectField
          name="add"
          label="再加一条"
          placeholder="选一种条件"
          options={free.map((row) => ({ value: row.key, label: row.label }))}
          className="min-w-[12em] flex-[1_1_12em]"
        />
        <Button type="submit" variant="secondary">
          加上
        </Button>
      </div>
      <div className="mt-4 flex flex-wrap items-end gap-3">
        {against.options.length > 0 && (
          <SelectField
            name="against"
            label="和哪一期的人比"
            options={against.options.map((o) => ({ value: o.id, label: o.title }))}
            defaultValue={against.chosen}
            className="min-w-[12em] flex-[1_1_12em]"
          />
        )}
        <Button
          type="submit"
          variant={previewed ? 'secondary' : 'primary'}
          name="preview"
          value="yes"
        >
          预览影响
        </Button>
      </div>
    </DraftForm>
  );
}
