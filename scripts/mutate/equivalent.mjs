import { equivalentInLib } from './equivalent-lib.mjs';

// Faults that change nothing anybody could see, by `nameOf`, each with its reason.
export const equivalent = {
  ...equivalentInLib,
  'features/places/rules/ledger.ts null counts.offered ?? 0 → counts.offered':
    'what is not above 0 is no row',
  'features/places/rules/queue.ts condition seatsLeft(stock.places) + stock.places.reserved === 0 → false':
    'a shortcut: where nothing is free nobody finds a place',
  "features/conditions/rules/preview.ts null facts.session?.id ?? '' → facts.session?.id":
    'without a session either key is one that no session has',
  'features/conditions/rules/preview.ts condition of.townId === null → false':
    'a town’s place that passes is not shown, and below no town nobody takes one',
  'features/conditions/rules/preview.ts condition one.townId !== null → true':
    'what is counted below no town is never read',
  'features/conditions/rules/preview.ts boundary a.bookingId < b.bookingId: < → <=':
    'no two bookings have one id',
  'features/conditions/rules/some-child.ts arithmetic first.getUTCMonth() + 1: + → -':
    'the ends of all months, of which more are listed than are looked at',
  "features/conditions/rules/some-child.ts null bornFrom ?? '' → bornFrom":
    'no day is before one that is not set',
  "features/conditions/rules/some-child.ts null bornTo ?? '9999' → bornTo":
    'no day is after one that is not set',
  'features/conditions/rules/some-child.ts arithmetic usualEntryYear(birthOn) + late: + → -':
    'a year early and a year late are both looked at',
  'features/conditions/rules/some-child.ts null gradeMax ?? 12 → gradeMax':
    'nobody as young as the days looked at is past 12 a year late',
  'features/unit-lists/rules/unit-columns.ts return 0 → null':
    'compared with other ranks null counts as 0',
  'features/unit-lists/rules/unit-columns.ts null [own, name, child].find((one) => one >= 0) ?? -1 → [own, name, child].find((one) => one >= ':
    'one of them is there, or the row was no heading',
  'features/unit-lists/rules/unit-grant.ts boolean false → true':
    'a place held for approval counts like any that is held',
  'features/unit-lists/rules/unit-list.ts null hidden?.rows ?? 0 → hidden?.rows':
    'what is not above 0 is left out',
  'features/unit-lists/rules/unit-list.ts null hidden?.columns ?? 0 → hidden?.columns':
    'what is not above 0 is left out',
  'features/unit-lists/rules/unit-list.ts null hidden?.sheets ?? 0 → hidden?.sheets':
    'what is not above 0 is left out',
  "features/unit-lists/rules/unit-rows.ts null filled[0] ?? '' → filled[0]":
    'asked only where exactly one cell is filled',
  "features/unit-lists/rules/unit-rows.ts null glued[1] ?? '' → glued[1]":
    'a match has both its groups',
  "features/unit-lists/rules/unit-rows.ts null glued[2] ?? '' → glued[2]":
    'a match has both its groups',
  'features/unit-lists/rules/unit-rows.ts boundary numbered > 0: > → >=':
    'the first row begins the list in both cases',
  'features/offerings/rules/dates-in-order.ts boolean opens !== null && last !== undefined: && → ||':
    'an order with what is not there does not hold anyway',
  'features/offerings/rules/dates-in-order.ts boolean closes !== null && last !== undefined: && → ||':
    'an order with what is not there does not hold anyway',
  'features/offerings/rules/dates-in-order.ts null o.sessions[0]?.startsAt ?? null → o.sessions[0]?.startsAt':
    'asked for its truth alone',
  'features/offerings/rules/meetings.ts condition !at → false':
    'a day of the calendar and an hour of a clock are always an instant',
  'features/offerings/rules/meetings.ts condition a.endsAt <= b.startsAt || b.endsAt <= a.startsAt → false':
    'a shortcut: the meetings lie within, and are compared next',
  'features/offerings/rules/meetings.ts boolean a.endsAt <= b.startsAt || b.endsAt <= a.startsAt: || → &&':
    'a shortcut: the meetings lie within, and are compared next',
  'features/offerings/rules/meetings.ts boundary a.endsAt <= b.startsAt: <= → <':
    'a shortcut: the meetings lie within, and are compared next',
  'features/offerings/rules/meetings.ts boundary b.endsAt <= a.startsAt: <= → <':
    'a shortcut: the meetings lie within, and are compared next',
  'features/offerings/rules/plan-session.ts boundary from < on: < → <=':
    'the first meeting is no day off',
  'features/offerings/rules/plan-session.ts boundary on < to: < → <=':
    'the last meeting is no day off',
  'features/offerings/rules/plan-session.ts boolean !first || !last: || → &&':
    'a list has both ends or neither',
  'features/offerings/rules/plan-session.ts boundary on < todayOn(last.from): < → <=':
    'the last meeting is no day off',
  'features/offerings/rules/times.ts null days[i - 1] ?? 0 → days[i - 1]': 'asked of the second on',
  'features/scheduling/rules/publish.ts condition opens → true':
    'a date that is null compares as 1970, and no session starts before it',
  "features/conditions/rules/condition-words.ts null is?.label ?? was?.label ?? '' → is?.label ?? was?.label":
    'each key is one of before or after, so one of them has the label',
  'features/conditions/rules/condition-words.ts return false → null':
    'words are asked for their truth alone; a row stands for neither',
  "features/conditions/rules/loose-rules.ts null form.get(name) ?? '' → form.get(name)":
    '“null” is no number, day or choice of the form either',
  "features/conditions/rules/rule-rows.ts null more.fields[0] ?? '' → more.fields[0]":
    'a row that is a statement has its field',
  'features/conditions/rules/rules-draft.ts null search.row ?? [] → search.row':
    'no row has the key undefined',
  'features/conditions/rules/rules-draft.ts null pressed.add ?? [] → pressed.add':
    'no row has the key undefined',
  "features/corrections/rules/identity.ts null is[at]?.[1] ?? '' → is[at]?.[1]":
    'both lists are read alike and as long',
  'features/applications/rules/progress.ts null titles[event.type]?.(event) ?? event.type → titles[event.type]?.(event)':
    'events without a title are left out before',
  'lib/documents/pdf/fit-lines.ts null sizes.at(-1) ?? 12 → sizes.at(-1)': 'asked with sizes only',
  'features/training/rules/certificate-sheet.ts boundary content(c, usual, measure).date <= usual.code - 24: <= → <':
    'no number of lines makes the heights add up to exactly that',
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
