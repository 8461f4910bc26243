import type { Answer } from '../http/ask';
import { type Actor, actors } from './actors';
import type { Places } from './places';

/**
 * What a visit comes to: the page; a way to sign in; 403; 404; or another page of ours, because this
 * one has nothing to show to this actor now (`elsewhere`).
 */
export type Outcome = 'ok' | 'login' | 'staff_login' | 'forbidden' | 'not_found' | 'elsewhere';

export interface Visit {
  /** Fills the brackets of the route with ids of the demo, and adds a query where one is needed. */
  readonly at?: (places: Places) => string;
  readonly gets: Readonly<Record<Actor, Outcome>>;
  /** What a POST sends: fields as JSON, or as a form. */
  readonly json?: (places: Places) => Readonly<Record<string, unknown>>;
  readonly form?: (places: Places) => Readonly<Record<string, string>>;
}

type Groups = Partial<Record<Outcome, readonly Actor[]>>;
type More = Pick<Visit, 'at' | 'json' | 'form'>;

/** `usual` for everybody but the actors named under another outcome. */
export function gets(usual: Outcome, groups: Groups = {}, more: More = {}): Visit {
  const row = Object.fromEntries(actors.map((actor) => [actor, usual])) as Record<Actor, Outcome>;
  for (const [outcome, named] of Object.entries(groups)) {
    for (const actor of named) row[actor] = outcome as Outcome;
  }
  return { gets: row, ...more };
}

export const plainPeople = ['anonymous', 'member', 'other'] as const satisfies readonly Actor[];
export const officers = actors.filter((a) => !plainPeople.includes(a as 'member'));
/** Who works for a union: everyone at a desk but the partner's. */
export const unionOfficers = officers.filter((actor) => actor !== 'hospital');

/** A page for whoever has signed in. */
export const signedIn = (at?: Visit['at'], groups: Groups = {}): Visit =>
  gets('ok', { login: ['anonymous'], ...groups }, { at });

/** What belongs to the first member: nobody else, officer or not, finds it. */
export const memberOnly = (at?: Visit['at'], more: Groups = {}): Visit =>
  gets('not_found', { login: ['anonymous'], ok: ['member'], ...more }, { at });

/** A page of the desk for the officers named; the others do not find it, other people sign in first. */
export const desk = (
  ok: readonly Actor[],
  at?: Visit['at'],
  more: Groups = {},
  otherwise: Outcome = 'not_found',
): Visit => gets(otherwise, { staff_login: plainPeople, ok, ...more }, { at });

const codes: Record<number, Outcome> = {
  200: 'ok',
  401: 'login',
  403: 'forbidden',
  404: 'not_found',
};

/** What an answer of the server comes to. */
export function outcomeOf(answer: Answer): string {
  if (answer.status >= 300 && answer.status < 400) {
    if (/^\/login(\?|$)/.test(answer.to)) return 'login';
    if (/^\/staff\/login(\?|$)/.test(answer.to)) return 'staff_login';
    return 'elsewhere';
  }
  return codes[answer.status] ?? String(answer.status);
}
