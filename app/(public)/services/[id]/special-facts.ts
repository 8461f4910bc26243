import { childcareFacts } from '@/features/childcare/components/childcare-facts';
import type { OfferingPage } from '@/features/enrolment/queries/offering-page';
import { screeningFacts } from '@/features/screening/components/screening-facts';
import { trainingFacts } from '@/features/training/components/training-facts';

/** Facts that only this kind has; composed here, since the kinds are modules of their own. */
export const specialFacts = ({ kind, details, rules }: OfferingPage) =>
  ({
    training: () => trainingFacts(details),
    childcare: () => childcareFacts(details, rules),
    screening: () => screeningFacts(details),
  })[kind]();
