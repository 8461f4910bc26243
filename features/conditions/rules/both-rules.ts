import type { OfferingRules } from '@/features/offerings/schema/offering';

const bands = [
  ['ageMin', 'ageMax'],
  ['bornFrom', 'bornTo'],
  ['schoolAgeMin', 'schoolAgeMax'],
  ['gradeMin', 'gradeMax'],
] as const;

type Bound = number | string | undefined;
const later = (a: Bound, b: Bound): Bound =>
  a === undefined || (b !== undefined && b > a) ? b : a;
const earlier = (a: Bound, b: Bound): Bound =>
  a === undefined || (b !== undefined && b < a) ? b : a;

/** The bands that are left when an offering's and its session's conditions must both be met. */
export function bothBands(offering: OfferingRules, own: OfferingRules): OfferingRules {
  const narrowed = bands.flatMap(([min, max]) => [
    [min, later(offering[min], own[min])],
    [max, earlier(offering[max], own[max])],
  ]);
  return { ...offering, ...Object.fromEntries(narrowed) };
}

const outside = '整项服务的条件到不了这里，没有人两样都符合，请改';

/** What of a session's own conditions nobody could meet together with the offering's, by field. */
export function contradictions(
  offering: OfferingRules,
  own: OfferingRules,
): Record<string, string> {
  const found: [string, string][] = [];
  for (const [min, max] of bands) {
    const [least, most] = [own[min], own[max]] as [Bound, Bound];
    const [from, to] = [offering[min], offering[max]] as [Bound, Bound];
    if (least !== undefined && to !== undefined && least > to) found.push([min, `${outside}小些`]);
    if (most !== undefined && from !== undefined && most < from)
      found.push([max, `${outside}大些`]);
  }
  if (own.sex && offering.sex && own.sex !== offering.sex) {
    found.push(['sex', '和整项服务的性别条件相反，没有人能报，请改']);
  }
  return Object.fromEntries(found);
}
