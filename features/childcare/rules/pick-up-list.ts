import { emptyParts, type PickUpPerson } from '@/features/bookings/rules/pick-up';

export interface TypedPerson {
  readonly name: string | null;
  readonly relation: string | null;
  readonly phone: string | null;
  readonly photo: string | null;
}

export type TypedList =
  | { ok: true; people: (PickUpPerson & { photo: string | null })[] }
  | { ok: false; fieldErrors: Record<string, string> };

/**
 * The list as typed: each person in full or not at all, nobody twice. An empty list is a list: then
 * only guardians and one-day codes count.
 */
export function typedList(rows: readonly TypedPerson[]): TypedList {
  const fieldErrors: Record<string, string> = {};
  const people: (PickUpPerson & { photo: string | null })[] = [];
  rows.forEach(({ name, relation, phone, photo }, at) => {
    const n = at + 1;
    const empty = emptyParts(
      { name, relation, phone },
      Boolean(name || relation || phone || photo),
    );
    for (const [part, words] of empty) fieldErrors[`${part}${n}`] = words;
    if (!name || !relation || !phone) return;
    if (people.some((person) => person.phone === phone)) {
      fieldErrors[`phone${n}`] = '这个手机号上面已经填过';
    } else {
      people.push({ name, relation, phone, photo });
    }
  });
  return Object.keys(fieldErrors).length > 0 ? { ok: false, fieldErrors } : { ok: true, people };
}
