import type { ClausePoints } from '@/db/schema/duplicates';
import { oneCharacterOff } from './likeness';

/** What one record says of an employer. A null says nothing. */
export interface EmployerFacts {
  readonly name: string;
  /** Syllables with spaces. */
  readonly pinyin: string;
  readonly uscc: string | null;
  readonly townId: string | null;
  readonly unionId: string | null;
  readonly address: string | null;
}

/** Points of the clauses about employers, in bits as those of people. */
export const employerPoints = {
  same_name: 20,
  same_core: 16,
  same_sound: 12,
  close_name: 10,
  same_town: 4,
  other_town: -4,
  same_union: 6,
  same_address: 10,
  one_without_code: 2,
} as const;

/** The number of points, in bits, from which two employers are shown as perhaps one. */
export const employersAskedFrom = 16;

const plain = (text: string) => text.normalize('NFKC').replace(/[\s()（）·•.,，。-]/gu, '');
const legalForm =
  /(有限责任公司|股份有限公司|集团有限公司|有限公司|责任公司|集团公司|公司|分公司|工厂|厂)$/u;
const areaBefore = /^.{2,9}?(壮族自治区|自治区|省|市|区|县)/u;

/** The part of a firm's name that is its own: without 行政区划 before it and the legal form after it. */
export function coreName(name: string): string {
  let core = plain(name);
  for (let turn = 0; turn < 3; turn += 1) {
    const shorter = core.replace(areaBefore, '');
    if (shorter.length < 2 || shorter === core) break;
    core = shorter;
  }
  const withoutForm = core.replace(legalForm, '');
  return withoutForm.length >= 2 ? withoutForm : core;
}

function nameClause(a: EmployerFacts, b: EmployerFacts): keyof typeof employerPoints | null {
  if (plain(a.name) === plain(b.name)) return 'same_name';
  const [x, y] = [coreName(a.name), coreName(b.name)];
  if (x === y) return 'same_core';
  if (a.pinyin === b.pinyin) return 'same_sound';
  return oneCharacterOff(x, y) ? 'close_name' : null;
}

function townClause(a: EmployerFacts, b: EmployerFacts): keyof typeof employerPoints | null {
  if (!a.townId || !b.townId) return null;
  return a.townId === b.townId ? 'same_town' : 'other_town';
}

/**
 * Why two employers may be one, clause by clause.
 * @returns null for two with different credit codes (GB 32100: one body, one code), and for names that are not alike
 */
export function employerLikeness(
  a: EmployerFacts,
  b: EmployerFacts,
): { points: number; clauses: ClausePoints[] } | null {
  if (a.uscc && b.uscc && a.uscc !== b.uscc) return null;
  const named = nameClause(a, b);
  if (!named) return null;
  const alike = (x: string | null, y: string | null) => x !== null && y !== null && x === y;
  const found = [
    named,
    townClause(a, b),
    alike(a.unionId, b.unionId) ? ('same_union' as const) : null,
    a.address && b.address && plain(a.address) === plain(b.address)
      ? ('same_address' as const)
      : null,
    (a.uscc === null) !== (b.uscc === null) ? ('one_without_code' as const) : null,
  ].filter((clause) => clause !== null);
  const clauses = found.map((clause) => ({ clause, points: employerPoints[clause] }));
  return { points: clauses.reduce((sum, { points }) => sum + points, 0), clauses };
}
