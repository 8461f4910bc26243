import { createHash } from 'node:crypto';
import type { EmployerFacts } from './employer-likeness';
import type { PersonFacts } from './likeness';

const sum = (facts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(facts)).digest('base64url');

/**
 * Sum of what two records say of who they are: 不是同一个 counts until one of them changes. Where they work and
 * which union is theirs does not make another person of them.
 */
export const personStamp = (a: PersonFacts, b: PersonFacts): string =>
  sum([a, b].map((p) => [p.name, p.birthOn, p.sex, p.idType, p.idIndex, p.phones]));

/** Sum of what two employers say of who they are, for the answer that they are two. */
export const employerStamp = (a: EmployerFacts, b: EmployerFacts): string =>
  sum([a, b].map((e) => [e.name, e.uscc, e.townId, e.address]));
