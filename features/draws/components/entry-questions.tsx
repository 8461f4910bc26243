import { CheckboxField } from '@/components/forms/checkbox-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Section } from '@/components/ui/card';
import type { AllocationTerms } from '@/features/offerings/schema/allocation';
import { claimField } from '../rules/tiers';

const together = {
  together: {
    label: (names: string) => `和${names}同进同退`,
    hint: '都有名额才给，不拆开。一家算一个号来抽，档次按靠后的一个算。',
  },
  best_effort: {
    label: (names: string) => `和${names}尽量一起`,
    hint: '排在一起，能给几个给几个。一家算一个号来抽。',
  },
} as const;

/** What only an entry asks: which priority is claimed, and whether siblings go together. */
export function EntryQuestions({
  terms,
  siblings,
}: {
  terms: AllocationTerms;
  siblings: string[];
}) {
  const claims = terms.tiers.flatMap((tier, at) => (tier.claim ? [{ tier, at }] : []));
  const mode = terms.siblings === 'none' ? null : together[terms.siblings];
  return (
    <>
      {mode && siblings.length > 0 && (
        <Section title="兄弟姐妹">
          <CheckboxField
            name="withSiblings"
            label={mode.label(siblings.join('、'))}
            hint={mode.hint}
          />
        </Section>
      )}
      {claims.length > 0 && (
        <Section title="符合优先条件的，请勾选">
          <FieldStack>
            {claims.map(({ tier, at }) => (
              <CheckboxField key={tier.key} name={claimField(at)} label={tier.label} />
            ))}
          </FieldStack>
          <p className="mt-2 text-secondary text-ink-2">
            截止前把证明交组织单位核对，核对过才算。没有证明不影响报名。
          </p>
        </Section>
      )}
    </>
  );
}
