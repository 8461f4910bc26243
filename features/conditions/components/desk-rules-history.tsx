import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { Timeline } from '@/components/ui/timeline';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import type { ConditionChoices } from '@/features/offerings/queries/form-choices';
import type { Kind } from '@/features/offerings/schema/offering';
import { formatDateTime } from '@/lib/dates';
import type { RuleSet, RuleVersion } from '../queries/rule-history';
import { conditionChanges, conditionRows, sessionConditionRows } from '../rules/condition-words';
import { ruleTemplates } from '../rules/rule-templates';
import { RuleChanges } from './desk-rules-preview';

function Reach({ unfitHeld, unfitWaiting }: RuleVersion) {
  const parts = [
    unfitHeld > 0 && `${unfitHeld} 个已有名额的人不再符合，名额保留`,
    unfitWaiting > 0 && `${unfitWaiting} 个候补的人不再符合`,
  ].filter(Boolean);
  return parts.length > 0 ? <p className="text-secondary text-ink-2">{parts.join('；')}</p> : null;
}

interface HistoryProps {
  offering: DeskOffering;
  versions: readonly RuleVersion[];
  choices: ConditionChoices;
  /** Of one session's own conditions. */
  ofSession?: boolean;
}

/** 条件的历史: each version with its difference to the one before, who, when and why. */
export function RulesHistory({ offering, versions, choices, ofSession }: HistoryProps) {
  const rowsOf = ofSession ? sessionConditionRows : conditionRows;
  const rows = (v: RuleVersion | undefined) => (v ? rowsOf(v.rules, offering.kind, choices) : []);
  const entries = versions.map((v, at) => {
    const before = versions[at + 1];
    const by = v.by ? `，${v.by}` : '';
    return {
      title: `第 ${v.version} 版`,
      meta: `${formatDateTime(v.at, offering.now)}${by}${v.reason ? `：${v.reason}` : ''}`,
      body: before && (
        <>
          <RuleChanges changes={conditionChanges(rows(before), rows(v))} />
          <Reach {...v} />
        </>
      ),
      when: at === 0 ? ('now' as const) : ('done' as const),
    };
  });
  return (
    <Panel title="历史">
      <Timeline entries={entries} />
    </Panel>
  );
}

const target = 'inline-flex items-center max-lg:min-h-target';

interface SetsProps {
  base: string;
  kind: Kind;
  offeringId: string;
  sets: readonly RuleSet[];
  remove: FormAction;
}

/** Templates of the kind and the sets kept under a name; each opens the editor, none is stored by it. */
export function RuleSets({ base, kind, offeringId, sets, remove }: SetsProps) {
  return (
    <Panel title="模板和常用条件">
      <ul id="sets" className="flex flex-col gap-2">
        {ruleTemplates[kind].map((t) => (
          <li key={t.key}>
            <TextLink className={target} href={`${base}/edit?template=${t.key}`}>
              {t.title}
            </TextLink>
            <p className="text-meta text-ink-3">{t.about}</p>
          </li>
        ))}
        {sets.map((set) => (
          <li key={set.id} className="flex flex-wrap items-center justify-between gap-2">
            <span>
              <TextLink className={target} href={`${base}/edit?set=${set.id}`}>
                {set.title}
              </TextLink>
              <span className="text-meta text-ink-3"> {set.keeper}</span>
            </span>
            {set.own && (
              <Form action={remove} aria-label={`删除常用条件 ${set.title}`}>
                <input type="hidden" name="setId" value={set.id} />
                <input type="hidden" name="offeringId" value={offeringId} />
                <SubmitButton block={false} variant="text">
                  删除<span className="visually-hidden">{set.title}</span>
                </SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
