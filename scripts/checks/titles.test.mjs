import { describe, expect, it } from 'vitest';
import { parse } from './sources.mjs';
import { checkTitles } from './titles.mjs';

const titled = (text) => checkTitles([parse('lib/dates.test.ts', text)]);
const inside = (around, title) => `describe('${around}', () => { it('${title}', () => {}); });\n`;

describe('a title of a test', () => {
  it.each([
    ["test('and leaves nothing behind', () => {});", 'begins with a conjunction'],
    [inside('days', 'so is every month'), 'begins with a conjunction'],
    ["test.each(all)('refuses %s', () => {});", 'no describe around it says whose'],
    ["it('names the largest field', () => {});", 'no describe around it says whose'],
    [inside('after booking', 'asks what is new'), 'no describe around it says whose'],
  ])('must have its subject: %s', (text, problem) => {
    expect(titled(text)).toEqual([expect.stringContaining(problem)]);
  });

  it.each([
    inside('a place kept for a group', 'refuses a third guardian'),
    "test('names ticked in the roster are kept', () => {});",
    "test('a desk refuses what it may not decide', () => {});",
  ])('may be read alone or after its describe: %s', (text) => expect(titled(text)).toEqual([]));
});
