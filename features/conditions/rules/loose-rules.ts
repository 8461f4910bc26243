import type { OfferingRules } from '@/features/offerings/schema/offering';

const numbers = [
  'ageMin',
  'ageMax',
  'gradeMin',
  'gradeMax',
  'schoolAgeMin',
  'schoolAgeMax',
  'repeatMonths',
  'attendanceMin',
  'attendanceTerms',
  'joinedMonths',
  'quotaTown',
  'quotaUnit',
  'personLimit',
  'familyLimit',
  'familyYearLimit',
  'waitlistMax',
  'noShowLimit',
  'noShowDays',
  'noShowBarDays',
] as const;

/**
 * What a half-filled form says so far, for the sentences beside it; nothing is judged or stored by it.
 * A number that is none is read as not asked.
 */
export function looseRules(form: FormData): OfferingRules {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const ticked = (name: string) => form.get(name) === 'yes';
  const day = (name: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text(name)) ? text(name) : undefined);
  const sex = text('sex');
  const draw = text('lastDraw');
  const counted = Object.fromEntries(
    numbers.map((name) => [name, /^\d{1,6}$/.test(text(name)) ? Number(text(name)) : undefined]),
  ) as Record<(typeof numbers)[number], number | undefined>;
  return {
    ...counted,
    membersOnly: ticked('membersOnly'),
    newFormOnly: ticked('newFormOnly'),
    excludeRetained: ticked('excludeRetained'),
    transferFirst: ticked('transferFirst'),
    recheckReturns: ticked('recheckReturns'),
    repeatOnce: ticked('repeatOnce'),
    sex: sex === 'female' || sex === 'male' ? sex : undefined,
    occupations: form.getAll('occupations').map(String),
    organisationIds: form.getAll('organisationIds').map(String),
    repeatOf: text('repeatOf') === 'kind' ? 'kind' : 'course',
    attendanceOf: text('attendanceOf') === 'course' ? 'course' : 'kind',
    familyYearOf: text('familyYearOf') === 'course' ? 'course' : 'kind',
    segment:
      text('segmentId') && text('segmentWords')
        ? { id: text('segmentId'), words: text('segmentWords') }
        : undefined,
    noShow: text('noShow') === 'off' ? 'off' : 'on',
    lastDraw: draw === 'losers_first' || draw === 'losers_only' ? draw : 'any',
    bornFrom: day('bornFrom'),
    bornTo: day('bornTo'),
  };
}
