import { DraftForm } from '@/components/forms/draft-form';
import { SelectField } from '@/components/forms/select-field';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import type { SegmentChoices } from '../queries/choices';
import { type DraftNode, fieldAt, type SegmentDraft } from '../rules/segment-draft';
import { clauseLabels, joinLabels } from '../rules/segment-words';
import { clauseKinds, joins, MOST_LEVELS } from '../schema/definition';
import { ClauseFields } from './clause-fields';

interface EditorProps {
  base: string;
  draft: SegmentDraft;
  choices: SegmentChoices;
}

function Remove({ at, label }: { at: string; label: string }) {
  return (
    <Button type="submit" small variant="text" name="remove" value={at}>
      去掉<span className="visually-hidden">{label}</span>
    </Button>
  );
}

function Add({ node }: { node: DraftNode }) {
  const kinds = clauseKinds.map((kind) => ({ value: kind, label: clauseLabels[kind] }));
  const deeper = node.level < MOST_LEVELS ? [{ value: 'group', label: '一组条件' }] : [];
  return (
    <div className="mt-3 flex flex-wrap items-end gap-3">
      <SelectField
        name={fieldAt('add', node.at)}
        label={node.at === '' ? '再加一条' : '在这一组里再加一条'}
        placeholder="选一种条件"
        options={[...kinds, ...deeper]}
        className="min-w-[12em] flex-[1_1_12em]"
      />
      <Button type="submit" variant="secondary">
        加上
      </Button>
    </div>
  );
}

function Condition({ node, choices }: { node: DraftNode; choices: SegmentChoices }) {
  if (node.kind === 'group') return <Conditions node={node} choices={choices} />;
  const label = clauseLabels[node.kind];
  return (
    <div className="rounded-card border border-line bg-surface p-3">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <b>{label}</b>
        <Remove at={node.at} label={label} />
      </div>
      <ClauseFields node={node} choices={choices} />
    </div>
  );
}

/** A group: how its conditions go together, the conditions, and a list to add one from. */
function Conditions({ node, choices }: { node: DraftNode; choices: SegmentChoices }) {
  const outermost = node.at === '';
  return (
    <div
      className={cx(
        'rounded-card border border-line p-3',
        node.level % 2 === 0 ? 'bg-neutral-50' : 'bg-surface',
      )}
    >
      <div className="flex flex-wrap items-end justify-between gap-2">
        <SelectField
          name={fieldAt('join', node.at)}
          label={outermost ? '什么样的会员' : '这一组'}
          options={joins.map((join) => ({ value: join, label: joinLabels[join] }))}
          defaultValue={String(node.values.join)}
        />
        {!outermost && <Remove at={node.at} label="这一组" />}
      </div>
      <ul className="flex flex-col gap-3 not-empty:mt-3">
        {node.of.map((one) => (
          <li key={one.at}>
            <input type="hidden" name={fieldAt('k', one.at)} value={one.kind} />
            <Condition node={one} choices={choices} />
          </li>
        ))}
      </ul>
      <Add node={node} />
    </div>
  );
}

/** The conditions of a 人群, group by group: every step is an address, nothing is stored here. */
export function SegmentEditor({ base, draft, choices }: EditorProps) {
  const errors = Object.keys(draft.errors).length > 0;
  return (
    <DraftForm
      id="conditions"
      action={`${base}#conditions`}
      state={
        errors
          ? { status: 'invalid', code: 'invalid', fieldErrors: { ...draft.errors } }
          : { status: 'idle' }
      }
      aria-label="人群的条件"
    >
      {/* Enter in a field means this button, not the first row's 去掉. */}
      <button type="submit" name="count" value="yes" className="visually-hidden" tabIndex={-1}>
        看人数
      </button>
      <input type="hidden" name="draft" value="1" />
      <Conditions node={draft.root} choices={choices} />
      <div className="mt-4">
        <Button type="submit" name="count" value="yes">
          看人数
        </Button>
      </div>
    </DraftForm>
  );
}
