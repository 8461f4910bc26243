import {
  identityDocumentLabels,
  identityDocumentMessage,
  phoneMessages,
} from '@/lib/china/id/messages';
import { toHalfWidth } from '@/lib/china/id/normalise';
import { parseIdentityDocument } from '@/lib/china/id/parse';
import { parsePhone } from '@/lib/china/id/phone';
import { type IdentityDocumentType, identityDocumentTypes } from '@/lib/china/id/types';
import { parsePersonName, personNameMessages } from '@/lib/china/person-name';
import { ageOn } from '@/lib/dates';
import { type BookLine, plainCell as plain } from './book-row';
import { readDay } from './dates';

/** A row of the book as read, its numbers in the form in which they are stored. */
export interface MemberLine extends BookLine {
  readonly idType: IdentityDocumentType;
  readonly idNumber: string;
  readonly idMasked: string;
  readonly birthOn: string | null;
  readonly sex: 'male' | 'female' | null;
  /** Empty where the book has none. */
  readonly phone: string;
  readonly joinedOn: string | null;
  readonly occupationCode: string | null;
  readonly employerName: string | null;
  readonly organisationId: string | null;
}

/** What the words of a cell mean today. */
export interface BookWords {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly youngest: number;
  /** Occupation by name. */
  readonly occupations: ReadonlyMap<string, string>;
  /** Union by name, short name or code; or why it cannot be. */
  readonly unions: ReadonlyMap<string, { readonly id: string } | { readonly refused: string }>;
  /** The union of a row that names none. */
  readonly ownUnion: string | null;
}

const types = new Map<string, IdentityDocumentType>([
  ['', 'resident_id'],
  ['身份证', 'resident_id'],
  ['台胞证', 'taiwan_travel_permit'],
  ['港澳居民居住证', 'residence_permit'],
  ...identityDocumentTypes.map((type) => [identityDocumentLabels[type], type] as const),
]);

/** How a name of the dictionary or of a union is compared. */
export const wordKey = (raw: string): string =>
  toHalfWidth(raw)
    .normalize('NFKC')
    .replace(/[\s()]/g, '')
    .toUpperCase();

function document(cells: Record<string, string>, words: BookWords, inexact: boolean) {
  const type = types.get(plain(cells.idType));
  const none = { idNumber: '', idMasked: '', birthOn: null, sex: null };
  if (!type) {
    const idType = 'resident_id' as const;
    return { ...none, idType, problem: '证件类别请从下拉里选，如 居民身份证' };
  }
  const read = parseIdentityDocument(type, plain(cells.idNumber), words.today);
  if (!read.ok) return { ...none, idType: type, problem: identityDocumentMessage(type, read) };
  const { normalised, masked, birthOn = null, sex = null } = read;
  const found = { idType: type, idNumber: normalised, idMasked: masked, birthOn, sex };
  // Nine of a hundred numbers that lost their last digits pass the check digit all the same.
  if (inexact && normalised.endsWith('000'))
    return {
      ...found,
      problem: '证件号末三位是 000，像被表格软件改过。请对照证件，把这一格改成文本再填',
    };
  if (birthOn && ageOn(birthOn, words.today) < words.youngest)
    return { ...found, problem: `不满 ${words.youngest} 岁，不能是会员，请核对证件号` };
  return { ...found, problem: null };
}

function phoneOf(raw: string) {
  if (raw === '') return { phone: '', problem: null };
  const read = parsePhone(raw);
  return read.ok
    ? { phone: read.normalised, problem: null }
    : { phone: '', problem: phoneMessages[read.reason] };
}

function joinedOf(raw: string, { today }: BookWords, birthOn: string | null) {
  const on = readDay(raw);
  if (raw === '') return { joinedOn: null, problem: '没有入会日期，请填写' };
  if (!on) return { joinedOn: null, problem: '入会日期看不懂，请写成 2019-05-01' };
  if (on > today) return { joinedOn: null, problem: '入会日期晚于今天，请核对' };
  if (birthOn && on <= birthOn) return { joinedOn: null, problem: '入会日期早于出生日期，请核对' };
  return { joinedOn: on, problem: null };
}

function occupationOf(raw: string, { occupations }: BookWords) {
  if (raw === '') return { occupationCode: null, problem: null };
  const code = occupations.get(wordKey(raw));
  return code
    ? { occupationCode: code, problem: null }
    : { occupationCode: null, problem: `职业里没有“${raw.slice(0, 12)}”，请从下拉里选` };
}

function unionOf(raw: string, { unions, ownUnion }: BookWords) {
  if (raw === '')
    return {
      organisationId: ownUnion,
      problem: ownUnion ? null : '没有写工会，请填工会名称或代码',
    };
  const found = unions.get(wordKey(raw));
  if (!found)
    return { organisationId: null, problem: `没有找到工会“${raw.slice(0, 20)}”，请写全称或代码` };
  return 'id' in found
    ? { organisationId: found.id, problem: null }
    : { organisationId: null, problem: found.refused };
}

const nameOf = (raw: string) => {
  const read = parsePersonName(raw);
  return read.ok
    ? { name: read.normalised, problem: null }
    : { name: raw.replace(/\p{C}/gu, '').slice(0, 50), problem: personNameMessages[read.reason] };
};

const EMPLOYER_LENGTH = 100;

/**
 * Reads one row of a book of members. Never throws on text: what cannot be read is said in words, the most
 * important first.
 * @param cells text by field, as the file has it
 * @param inexact the document's cell was a number, whose last digits a spreadsheet loses
 */
export function readMemberLine(
  rowNo: number,
  cells: Record<string, string>,
  words: BookWords,
  inexact: boolean,
): MemberLine {
  const { problem: documentProblem, ...read } = document(cells, words, inexact);
  const { problem: nameProblem, name } = nameOf(plain(cells.name));
  const { problem: phoneProblem, phone } = phoneOf(plain(cells.phone));
  const { problem: joinedProblem, joinedOn } = joinedOf(plain(cells.joinedOn), words, read.birthOn);
  const { problem: workProblem, occupationCode } = occupationOf(plain(cells.occupation), words);
  const { problem: unionProblem, organisationId } = unionOf(plain(cells.union), words);
  const employer = plain(cells.employerName).replace(/\p{C}/gu, '');
  const asks =
    read.idNumber !== '' && !read.birthOn
      ? '这种证件要本人申请入会：号码里没有出生日期和性别'
      : null;
  const all = [
    documentProblem,
    nameProblem,
    phoneProblem,
    joinedProblem,
    workProblem,
    unionProblem,
    asks,
    employer.length > EMPLOYER_LENGTH ? '工作单位太长，最多 100 个字' : null,
  ];
  return {
    rowNo,
    name,
    ...read,
    phone,
    joinedOn,
    occupationCode,
    employerName: employer === '' ? null : employer.slice(0, EMPLOYER_LENGTH),
    organisationId,
    problems: all.filter((one) => one !== null),
  };
}
