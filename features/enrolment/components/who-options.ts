import type { ChoiceOption } from '@/components/forms/choice';
import { isForChildren } from '@/features/bookings/rules/attendee';
import type { OfferingPage } from '../queries/offering-page';
import type { AttendeeVerdict } from '../queries/verdicts';

/** Who can be booked for, as boxed choices; whoever cannot now says why, and may still be looked at. */
export function whoOptions(
  offering: OfferingPage,
  verdicts: readonly AttendeeVerdict[],
  hints: Readonly<Record<string, string>>,
): ChoiceOption[] {
  const options: ChoiceOption[] = verdicts.map((v) => ({
    value: v.who,
    label: v.name,
    hint: hints[v.who],
  }));
  if (isForChildren(offering.kind)) {
    options.push({ value: 'self', label: '本人', hint: '这项服务只给孩子报名', disabled: true });
  }
  return options;
}
