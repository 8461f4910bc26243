// Faults that change nothing anybody could see, by `nameOf`, each with its reason.
export const equivalent = {
  'features/desk/rules/period.ts boundary last > today: > → >=':
    'on the last day of a month both are the same day',
  'features/eligibility/rules/age.ts boundary years < (ageMin ?? 0): < → <=':
    'asked only of who is outside the band, and none ends before it begins',
  "features/unit-lists/rules/unit-rows.ts null mobiles[0] ?? '' → mobiles[0]":
    'asked only where exactly one number was found',
  'features/conditions/rules/same-rules.ts boundary a < b: < → <=':
    'no two keys of an object are equal',
  'features/conditions/rules/some-child.ts return false → null':
    'an answer to `some`, which asks for no more than falsy',
};
