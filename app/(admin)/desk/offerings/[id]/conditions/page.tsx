import type { Metadata } from 'next';
import { Panel } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { KeyValues } from '@/components/ui/summary-list';
import { removeRuleSetAction } from '@/features/conditions/actions';
import { RuleSets, RulesHistory } from '@/features/conditions/components/desk-rules-history';
import { RulesSaved } from '@/features/conditions/components/desk-rules-saved';
import { SessionRules } from '@/features/conditions/components/desk-session-rules';
import { listRuleSets, listRuleVersions } from '@/features/conditions/queries/rule-history';
import { conditionRows } from '@/features/conditions/rules/condition-words';
import { listConditionChoices } from '@/features/offerings/queries/form-choices';
import { offeringRules } from '@/features/offerings/schema/offering';
import { offeringTab } from '@/features/scheduling/components/offering-tab';

export const metadata: Metadata = { title: '条件' };

export default offeringTab('conditions', async ({ ctx, id, offering, search }) => {
  const base = `/desk/offerings/${id}/conditions`;
  const [choices, versions, sets] = await Promise.all([
    listConditionChoices(ctx),
    listRuleVersions(ctx, offering),
    listRuleSets(ctx, offering),
  ]);
  const over = offering.status === 'finished' || offering.status === 'cancelled';
  const rows = conditionRows(offeringRules.parse(offering.rules), offering.kind, choices);
  return (
    <>
      <RulesSaved search={search} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,1fr)_336px]">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title="谁能报" note={`第 ${offering.rulesVersion} 版`}>
            <KeyValues single rows={rows.map((r) => ({ label: r.label, value: r.words }))} />
            {!over && (
              <p className="mt-4">
                <LinkButton href={`${base}/edit`}>改条件</LinkButton>
              </p>
            )}
          </Panel>
          <SessionRules offering={offering} choices={choices} over={over} />
          <RulesHistory offering={offering} versions={versions} choices={choices} />
        </div>
        {!over && (
          <RuleSets
            base={base}
            kind={offering.kind}
            offeringId={id}
            sets={sets}
            remove={removeRuleSetAction}
          />
        )}
      </div>
    </>
  );
});
