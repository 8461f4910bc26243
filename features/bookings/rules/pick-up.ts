import { maskName } from '@/lib/china/person-name';

export interface PickUpPerson {
  readonly name: string;
  readonly relation: string;
  readonly phone: string;
}

type Part = keyof PickUpPerson;
type Typed = Readonly<Record<Part, string | null>>;

/** What the forms of booking and correcting send of the three people. */
export type PickUpInput = Readonly<
  Record<`pickUp${'Name' | 'Relation' | 'Phone'}${1 | 2 | 3}`, string | null>
>;

const parts = ['name', 'relation', 'phone'] as const;
const partWords = { name: '请填写姓名', relation: '请填写是孩子的什么人', phone: '请填写手机号' };
const fieldOf = { name: 'pickUpName', relation: 'pickUpRelation', phone: 'pickUpPhone' } as const;

/** The three as typed, whole or not. */
const rowsOf = (input: PickUpInput): Typed[] =>
  ([1, 2, 3] as const).map((n) => ({
    name: input[`pickUpName${n}`],
    relation: input[`pickUpRelation${n}`],
    phone: input[`pickUpPhone${n}`],
  }));

/** The people who may fetch the child, as far as all three parts are filled in; at most three (domain.md §3.2). */
export const pickUpPeople = (input: PickUpInput): PickUpPerson[] =>
  rowsOf(input).flatMap(({ name, relation, phone }) =>
    name && relation && phone ? [{ name, relation, phone }] : [],
  );

/** What is empty of somebody begun to be filled in, in words; nothing of nobody and of one in full. */
export function emptyParts(
  person: Typed,
  begun = parts.some((part) => person[part]),
): [Part, string][] {
  if (!begun) return [];
  return parts
    .filter((part) => !person[part])
    .map((part) => [part, `${partWords[part]}；不用这位接送人，请把填的都清空`]);
}

/** What is empty of the up to three people who may fetch a child, in words by form field: `pickUpName1`. */
export const missingPickUps = (input: PickUpInput): Record<string, string> =>
  Object.fromEntries(
    rowsOf(input).flatMap((person, at) =>
      emptyParts(person).map(([part, words]) => [`${fieldOf[part]}${at + 1}`, words]),
    ),
  );

const isPerson = (value: unknown): value is PickUpPerson =>
  typeof value === 'object' &&
  value !== null &&
  parts.every((key) => typeof Reflect.get(value, key) === 'string');

/** The sealed pick-up list of a booking as people; at most three (domain.md §3.2). */
export function parsePickUpList(text: string): PickUpPerson[] {
  const parsed: unknown = JSON.parse(text);
  return Array.isArray(parsed) ? parsed.filter(isPerson).slice(0, 3) : [];
}

const inWords = (people: readonly PickUpPerson[]): string =>
  people.map((p) => `${p.relation}${maskName(p.name)}（尾号 ${p.phone.slice(-4)}）`).join('、') ||
  '无';

/** 接送人：无 → 奶奶陈**（尾号 0009）, masked for a history that more may read; null when nothing changed. */
export const pickUpChange = (
  before: readonly PickUpPerson[],
  after: readonly PickUpPerson[],
): string | null =>
  JSON.stringify(before.map((p) => parts.map((part) => p[part]))) ===
  JSON.stringify(after.map((p) => parts.map((part) => p[part])))
    ? null
    : `接送人：${inWords(before)} → ${inWords(after)}`;
