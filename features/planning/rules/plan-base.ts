import { ruleTemplates } from '@/features/conditions/rules/rule-templates';
import { defaultsOf } from '@/features/scheduling/rules/offering-defaults';
import type { FormValues } from '@/features/scheduling/rules/offering-form';
import {
  createOfferingInput,
  type OfferingContent,
} from '@/features/scheduling/schema/manage-offering';
import type { PlannedKind } from '../schema/plan-offering';

const nowhere = '00000000-0000-7000-8000-000000000000';

const asValues = (rules: Readonly<Record<string, unknown>>): FormValues =>
  Object.fromEntries(
    Object.entries(rules).map(([name, value]) => [name, value === true ? 'yes' : String(value)]),
  );

/**
 * With what a plan of a kind begins: the usual of the kind, and the conditions of a template of its own. An
 * unknown template is none.
 */
export function templateContent(
  kind: PlannedKind,
  template: string | null,
): OfferingContent & { rules: Record<string, unknown> } {
  const chosen = ruleTemplates[kind].find((one) => one.key === template);
  const values = { ...defaultsOf(kind), ...asValues(chosen?.rules ?? {}), title: '新' };
  return createOfferingInput.parse({ ...values, organisationId: nowhere }).content;
}
