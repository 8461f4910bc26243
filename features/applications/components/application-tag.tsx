import { Tag, type Tone } from '@/components/ui/tag';
import { type ApplicationStatus, statusLabels } from '../rules/transitions';

const tones: Record<ApplicationStatus, Tone> = {
  draft: 'outline',
  submitted: 'info',
  in_review: 'info',
  sent_back: 'warning',
  approved: 'success',
  rejected: 'error',
  withdrawn: 'neutral',
};

/** How an application stands: the same word and colour for the applicant and at the desk. */
export function ApplicationTag({ status }: { status: ApplicationStatus }) {
  return <Tag tone={tones[status]}>{statusLabels[status]}</Tag>;
}
