import { asksBirthAndSex, readDocument } from '@/features/applications/rules/document';
import { birthMessages, refuseBirth } from '@/features/family/rules/children';
import { identityDocumentLabels } from '@/lib/china/id/messages';
import type { IdentityDocumentType } from '@/lib/china/id/types';
import { maskName, parsePersonName, personNameMessages } from '@/lib/china/person-name';
import { formatFullDay } from '@/lib/dates';
import { maskId } from '@/lib/format';
import { ok, type Result, refuse } from '@/lib/result';

/** Who somebody is on record: the name, and the document with what it says; a nameless account has none. */
export interface RecordedIdentity {
  readonly name: string;
  readonly idType: IdentityDocumentType | null;
  readonly idNumber: string | null;
  readonly birthOn: string | null;
  readonly sex: 'male' | 'female' | null;
}

/** The document and what it says stand or fall together: nobody is born on another day than it says. */
export const correctionFields = ['name', 'document'] as const;
export type CorrectionField = (typeof correctionFields)[number];

/** What a form holds; an empty number leaves the document as it is. */
export interface TypedIdentity {
  readonly name: string;
  readonly idType?: IdentityDocumentType | undefined;
  readonly idNumber?: string | undefined;
  readonly birthOn?: string | undefined;
  readonly sex?: 'male' | 'female' | undefined;
}

export interface PlannedCorrection {
  readonly after: RecordedIdentity;
  readonly fields: readonly CorrectionField[];
}

type Refused = 'invalid' | 'nothing_changed';
const invalid = (field: string, words: string) =>
  refuse<Refused>('invalid', { fieldErrors: { [field]: words } });

/** Whether the kind of document holds no birth date and sex: then the form asks for them. */
export const asksMore = (type: IdentityDocumentType | null): boolean =>
  type !== null && asksBirthAndSex(type);

function touchesDocument(now: RecordedIdentity, typed: TypedIdentity): boolean {
  const { idType, idNumber, birthOn, sex } = typed;
  return (
    Boolean(idNumber) ||
    Boolean(idType && idType !== now.idType) ||
    Boolean(birthOn && birthOn !== now.birthOn) ||
    Boolean(sex && sex !== now.sex)
  );
}

function readTyped(now: RecordedIdentity, typed: TypedIdentity, today: string) {
  const type = typed.idType ?? now.idType;
  if (type === null) return invalid('idNumber', '还没有登记证件，入会时填写');
  const same = type === now.idType;
  if (!typed.idNumber && !same) return invalid('idNumber', '请填写新证件的号码');
  const answer = {
    idType: type,
    idNumber: typed.idNumber || (now.idNumber ?? ''),
    // What the number says itself is never taken from before.
    birthOn: typed.birthOn || (asksBirthAndSex(type) ? now.birthOn : null),
    sex: typed.sex ?? (asksBirthAndSex(type) ? now.sex : null),
  };
  return readDocument(answer, today);
}

/**
 * What a correction comes to, from what stands and what was typed. Birth date and sex follow the number
 * wherever it says them: a wrong birth date there is a wrong number.
 * Refuses `invalid` with words for the field; `nothing_changed`.
 * @param now what is on record
 * @param of.isChild a child must be born by yesterday; whoever is 18 by the right date comes of age
 * @param of.today `YYYY-MM-DD`
 * @returns the identity as it will stand and which group of facts differs, or words for the field
 */
export function planCorrection(
  now: RecordedIdentity,
  typed: TypedIdentity,
  of: { isChild: boolean; today: string },
): Result<PlannedCorrection, Refused> {
  const named = parsePersonName(typed.name);
  if (!named.ok) return invalid('name', personNameMessages[named.reason]);
  let after: RecordedIdentity = { ...now, name: named.normalised };
  if (touchesDocument(now, typed)) {
    const read = readTyped(now, typed, of.today);
    if (!read.ok) return read;
    const { type, normalised, birthOn, sex } = read.value;
    const born = of.isChild ? refuseBirth(birthOn, of.today) : null;
    if (born && born !== 'grown_up') {
      return invalid(asksBirthAndSex(type) ? 'birthOn' : 'idNumber', birthMessages[born]);
    }
    after = { ...after, idType: type, idNumber: normalised, birthOn, sex };
  }
  const fields = differing(now, after);
  return fields.length === 0 ? refuse('nothing_changed') : ok({ after, fields });
}

const sameDocument = (a: RecordedIdentity, b: RecordedIdentity) =>
  a.idType === b.idType && a.idNumber === b.idNumber && a.birthOn === b.birthOn && a.sex === b.sex;

/** Which groups of facts two identities differ in. */
export function differing(a: RecordedIdentity, b: RecordedIdentity): CorrectionField[] {
  return correctionFields.filter((field) =>
    field === 'name' ? a.name !== b.name : !sameDocument(a, b),
  );
}

const sexes = { male: '男', female: '女' } as const;
const none = '未登记';

export interface ChangedRow {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/**
 * The facts that change, side by side, as people read them.
 * @param idWords how a number is shown: whole to the officer who compares it, masked elsewhere
 */
export function changedRows(
  before: RecordedIdentity,
  after: RecordedIdentity,
  idWords: (idNumber: string) => string = (idNumber) => idNumber,
): ChangedRow[] {
  const read = (i: RecordedIdentity): [string, string][] => [
    ['姓名', i.name],
    ['证件类型', i.idType ? identityDocumentLabels[i.idType] : none],
    ['证件号码', i.idNumber ? idWords(i.idNumber) : none],
    ['出生日期', i.birthOn ? formatFullDay(i.birthOn) : none],
    ['性别', i.sex ? sexes[i.sex] : none],
  ];
  const [was, is] = [read(before), read(after)];
  const numberChanged = before.idNumber !== after.idNumber;
  return was.flatMap(([label, old], at) => {
    const now = is[at]?.[1] ?? '';
    const differs = label === '证件号码' ? numberChanged : old !== now;
    return differs ? [{ label, before: old, after: now }] : [];
  });
}

/** 姓名、证件号码: what a request is about, for lists. */
export function fieldWords(fields: readonly string[]): string {
  const words = { name: '姓名', document: '证件、出生日期' } as const;
  return correctionFields
    .filter((field) => fields.includes(field))
    .map((field) => words[field])
    .join('，');
}

/** For the ledger, which outlives the person: nothing that names them (security.md §1.6). */
export function maskedIdentity(
  i: RecordedIdentity,
  fields: readonly CorrectionField[],
): Record<string, string> {
  return {
    ...(fields.includes('name') && { name: maskName(i.name) }),
    ...(fields.includes('document') && {
      document: i.idNumber ? maskId(i.idNumber) : none,
      born: i.birthOn ? `${i.birthOn.slice(0, 4)}年` : none,
    }),
  };
}

/**
 * What is asked for, on top of what stands by now: a group of facts that nobody asked about stays as it is.
 */
export function asAsked(
  now: RecordedIdentity,
  asked: RecordedIdentity,
  fields: readonly CorrectionField[],
): RecordedIdentity {
  const { name, ...document } = asked;
  return {
    ...now,
    ...(fields.includes('name') && { name }),
    ...(fields.includes('document') && document),
  };
}
