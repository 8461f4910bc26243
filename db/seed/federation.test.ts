import { expect, it } from 'vitest';
import { linxi } from './data/linxi';
import { federationNamed } from './federation';

it('a demo is found by its name, and an unknown name says which there are', () => {
  expect(federationNamed(undefined).root).toBe('港南区总工会');
  expect(federationNamed('linxi')).toBe(linxi);
  expect(() => federationNamed('nowhere')).toThrow('gangnan、linxi');
});
