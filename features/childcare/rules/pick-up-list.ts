import type { PickUpPerson } from '@/features/programmes/rules/answers';

const isPerson = (value: unknown): value is PickUpPerson =>
  typeof value === 'object' &&
  value !== null &&
  ['name', 'relation', 'phone'].every((key) => typeof Reflect.get(value, key) === 'string');

/** The sealed pick-up list of a booking as people; at most three (domain.md §3.2). */
export function parsePickUpList(text: string): PickUpPerson[] {
  const parsed: unknown = JSON.parse(text);
  return Array.isArray(parsed) ? parsed.filter(isPerson).slice(0, 3) : [];
}

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
    if (!name && !relation && !phone && !photo) return;
    if (!name || !relation || !phone) {
      fieldErrors[`name${n}`] = '姓名、关系、电话要填全，或者都不填';
    } else if (people.some((person) => person.phone === phone)) {
      fieldErrors[`phone${n}`] = '这个手机号上面已经填过';
    } else {
      people.push({ name, relation, phone, photo });
    }
  });
  return Object.keys(fieldErrors).length > 0 ? { ok: false, fieldErrors } : { ok: true, people };
}
