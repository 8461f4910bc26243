import type { FormState } from '@/components/forms/form-state';
import { type Kind, type OfferingRules, offeringRules } from '@/features/offerings/schema/offering';
import { fieldErrorsOf } from '@/lib/forms/form';
import { one } from '@/lib/one';
import { rulesDraft } from '../schema/change-rules';
import { ruleFields } from '../schema/rules-form';
import { editRows, type RuleRow, type RuleValues, ruleValuesOf, shownRows } from './rule-rows';
import { ruleTemplates } from './rule-templates';

type Search = Readonly<Record<string, string | string[] | undefined>>;

/** What the editor shows: the fields as typed, which rows stand, and the rules if they fit together. */
export interface RulesDraft {
  readonly values: RuleValues;
  readonly rows: readonly RuleRow[];
  readonly state: FormState;
  readonly rules: OfferingRules | null;
}

const names = Object.keys(ruleFields);

function startingFrom(
  search: Search,
  kind: Kind,
  stored: OfferingRules,
  sets: readonly { readonly id: string; readonly rules: OfferingRules }[],
): RuleValues {
  const template = ruleTemplates[kind].find((t) => t.key === one(search.template));
  if (template) return ruleValuesOf(offeringRules.parse(template.rules));
  const set = sets.find((s) => s.id === one(search.set));
  return ruleValuesOf(set?.rules ?? stored);
}

/**
 * The proposal that the address of the editor carries. Without one the stored conditions, a template or
 * a kept set; a button in it may have asked for one more row, or for one less.
 */
export function readDraft(
  search: Search,
  kind: Kind,
  stored: OfferingRules,
  sets: readonly { readonly id: string; readonly rules: OfferingRules }[],
): RulesDraft {
  const typed = search.draft !== undefined;
  const given: RuleValues = typed
    ? Object.fromEntries(
        names.flatMap((name) => {
          const value = search[name];
          return value === undefined ? [] : [[name, value] as const];
        }),
      )
    : startingFrom(search, kind, stored, sets);
  const pressed = { add: one(search.add), remove: one(search.remove) };
  const values = editRows(given, pressed);
  const added = [search.row ?? [], pressed.add ?? []]
    .flat()
    .filter((key) => key !== pressed.remove);
  const parsed = rulesDraft.safeParse({ kind, ...values });
  return {
    values,
    rows: shownRows(kind, values, added),
    state: parsed.success
      ? { status: 'idle' }
      : { status: 'invalid', code: 'invalid', fieldErrors: fieldErrorsOf(parsed.error) },
    rules: parsed.success ? parsed.data : null,
  };
}
