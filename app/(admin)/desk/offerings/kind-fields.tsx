import { ChildcareOfficerFields } from '@/features/childcare/components/officer-fields';
import type { Kind } from '@/features/offerings/schema/offering';
import { ScreeningOfficerFields } from '@/features/screening/components/officer-fields';
import { TrainingOfficerFields } from '@/features/training/components/officer-fields';

const fields = {
  training: TrainingOfficerFields,
  childcare: ChildcareOfficerFields,
  screening: ScreeningOfficerFields,
} as const;

/** What only this kind asks its officer; composed here, since the kinds are modules of their own. */
export function KindFields({ kind }: { kind: Kind }) {
  const Fields = fields[kind];
  return <Fields />;
}
