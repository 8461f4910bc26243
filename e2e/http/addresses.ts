import { expect } from 'vitest';
import { holdsPersonalNumber } from '@/lib/personal-number';
import { sql } from '../demo';
import type { Answer } from './ask';

const scripts = /<script[\s\S]*?<\/script>/g;
const plain = (text: string) => text.replaceAll('&amp;', '&');

function decoded(address: string): string {
  try {
    return decodeURIComponent(plain(address).replaceAll('+', ' '));
  } catch {
    return address;
  }
}

/** Where a page leads and what it is called: what history, referrers, bookmarks and proxies get to see. */
export function seenOutside(answer: Answer): string[] {
  const html = answer.body.replaceAll(scripts, '');
  const linked = [...html.matchAll(/\s(?:href|action|formAction|src)="([^"]*)"/gi)];
  const titles = [...html.matchAll(/<title>([^<]*)<\/title>/g)];
  const named = [...linked, ...titles].map(([, text]) => decoded(text ?? ''));
  // A number that is dialled goes nowhere else.
  return [decoded(answer.to), ...named].filter((text) => !text.startsWith('tel:'));
}

/** A field for words; the number of a draw's list is public, a count of four digits is nobody's: neither says who. */
const writing =
  /<textarea\b|<input\b(?![^>]*\s(?:type="(?:hidden|checkbox|radio|date|submit)"|name="no"))(?!(?=[^>]*\sinputMode="numeric")[^>]*\smaxLength="[1-4]")/i;

/** Forms that would write what is typed into an address: sent by GET, with a field for words. */
export const tellingForms = (html: string): string[] =>
  [...html.replaceAll(scripts, '').matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, tag = '']) => !/\s(method="(post|dialog)"|action="javascript:)/i.test(tag))
    .filter(([, , inside = '']) => writing.test(inside))
    .map(([, tag = '']) => tag);

let names: string[] | undefined;

/** Everybody of the demo whose name is not also a word. */
async function everybody(): Promise<string[]> {
  names ??= (
    await sql()<{ name: string }[]>`
      select distinct display_name as name from accounts where char_length(display_name) > 2`
  )
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('用户'));
  return names;
}

/** No address, title or form of a page names a person or carries their phone or ID number. */
export async function expectNobodyNamed(answer: Answer, what: string): Promise<void> {
  const seen = seenOutside(answer);
  expect(seen.filter(holdsPersonalNumber), what).toEqual([]);
  const all = seen.join('\n');
  expect(
    (await everybody()).filter((name) => all.includes(name)),
    what,
  ).toEqual([]);
  expect(tellingForms(answer.body), what).toEqual([]);
}
