import { expect, it } from 'vitest';
import { mayBeRead, sealedWords, sharedWords, withoutNumbers } from './search';

it('a search for people is read from an address only when it is sealed', () => {
  expect(sealedWords.parse('陈一帆')).toBe('');
  expect(sealedWords.parse(['~v1.x', '陈'])).toBe('~v1.x');
  expect(sealedWords.parse(undefined)).toBe('');
  expect(sealedWords.parse(`~${'x'.repeat(10_000)}`)).toBe('');
});

it('a search for things is read as typed, unless it holds the number of a person', () => {
  expect(sharedWords.parse(' 电工 ')).toBe('电工');
  expect(sharedWords.parse('~v1.x')).toBe('~v1.x');
  expect(sharedWords.parse('13900000001')).toBe('');
});

it('only lists of things may say in their address what was looked for', () => {
  expect(mayBeRead('/services', '电工')).toBe(true);
  expect(mayBeRead('/services', '139 0000 0001')).toBe(false);
  expect(mayBeRead('/services', '~电工')).toBe(false);
  expect(mayBeRead('/desk/members', '陈一帆')).toBe(false);
});

it('an address loses the numbers of people and keeps the rest', () => {
  const clean = (query: string) => withoutNumbers(new URLSearchParams(query))?.toString();
  expect(clean('q=13900000001&view=all')).toBe('q=%7E&view=all');
  expect(clean('next=%2Fdesk%2Fmembers%3Fq%3D450803199003070029')).toBe('next=%7E');
  expect(clean('13900000001=&a=1')).toBe('a=1');
  expect(clean('q=~v1.k.x&session=f1391234-5678-4abc-8def-f13912345678')).toBeUndefined();
});
