import { CheckboxField } from '@/components/forms/checkbox-field';
import { CheckboxGroup } from '@/components/forms/checkbox-group';
import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Panel } from '@/components/ui/card';
import { Disclosures, foldOf } from '@/components/ui/disclosure';
import type { ConditionChoices } from '@/features/offerings/queries/form-choices';
import { toLocalDateTime } from '@/lib/dates';
import { newId } from '@/lib/ids';
import type { SessionPlaces } from '../queries/where-places';
import { groupWords } from '../rules/group-words';
import { releaseWords } from '../rules/ledger';
import { isReservation } from '../schema/carve-outs';

type CarveOutLine = SessionPlaces['carveOuts'][number];

interface CarveOutsProps {
  session: SessionPlaces;
  choices: ConditionChoices;
  actions: { set: FormAction; releasePlace: FormAction };
  now: Date;
}

/** A stored group as its form carries it. */
const valuesOf = (group: CarveOutLine): Record<string, string | string[]> => ({
  label: group.label,
  capacity: String(group.capacity),
  newFormOnly: group.criteria.newFormOnly ? 'yes' : '',
  occupations: group.criteria.occupations,
  organisationIds: group.criteria.organisationIds,
  returnsAt: group.returnsAt ? toLocalDateTime(group.returnsAt) : '',
});

function GroupForm({
  session,
  choices,
  actions,
  group,
}: CarveOutsProps & { group?: CarveOutLine }) {
  const values = group ? valuesOf(group) : undefined;
  const trades = choices.trades.map((t) => ({ value: t.code, label: t.name }));
  const towns = choices.towns.map((t) => ({ value: t.id, label: t.shortName }));
  return (
    <Form
      action={actions.set}
      initial={{ status: 'idle', values }}
      idempotencyKey={newId()}
      part={group?.id ?? 'group'}
      fold={foldOf(group ? `修改“${group.label}”` : '加一组预留')}
      aria-label={group ? `修改预留：${group.label}` : '加一组预留'}
    >
      <input type="hidden" name="sessionId" value={session.id} />
      <input type="hidden" name="carveOutId" value={group?.id ?? ''} />
      <FieldStack>
        <TextField name="label" label="给谁预留" hint="如：新就业形态、某个单位" maxLength={20} />
        <TextField name="capacity" label="预留几个" inputMode="numeric" maxLength={6} />
        <CheckboxField name="newFormOnly" label="新就业形态劳动者" />
        <CheckboxGroup columns optional name="occupations" label="职业" options={trades} />
        <CheckboxGroup columns optional name="organisationIds" label="镇、街道" options={towns} />
        <DateField
          kind="datetime-local"
          optional
          name="returnsAt"
          label="没用完的，什么时候放出"
          hint="不填就一直留着，由您手动放出"
        />
        <SubmitButton variant="secondary" block={false}>
          {group ? '保存预留' : '加上这一组'}
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}

/** 预留名额: what is kept for whom, until when, and how many of it are gone. */
export function CarveOuts(props: CarveOutsProps) {
  const { session, choices, actions, now } = props;
  const groups = session.carveOuts.filter((c) => !isReservation(c.criteria));
  const active = groups.filter((c) => c.returnedAt === null);
  return (
    <Panel title={<span id="kept">预留名额</span>}>
      <p className="mb-3 text-ink-2">
        符合条件的人先用预留的，用完再用别的。没用完的到时间放出，先给候补的人。
      </p>
      {groups.map((c) => (
        <div key={c.id} className="border-t border-line py-3">
          <p>
            <b>{c.label}</b>：用了 {c.taken} / {c.capacity}，
            {c.returnedAt ? '没用完的已放出' : releaseWords(c.returnsAt, now)}
          </p>
          <p className="text-ink-2">{groupWords(c.criteria, choices)}</p>
          {c.returnedAt === null && c.taken < c.capacity && (
            <InlineForm
              action={actions.releasePlace}
              fields={{ carveOutId: c.id }}
              className="mt-2"
            >
              <SubmitButton small block={false} variant="secondary">
                现在放出 {c.capacity - c.taken} 个
              </SubmitButton>
            </InlineForm>
          )}
        </div>
      ))}
      <Disclosures>
        {active.map((c) => (
          <GroupForm key={c.id} {...props} group={c} />
        ))}
        <GroupForm {...props} />
      </Disclosures>
    </Panel>
  );
}
