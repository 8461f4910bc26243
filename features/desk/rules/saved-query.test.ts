import { expect, it } from 'vitest';
import { savedQuery } from './saved-query';

it.each([
  ['', ''],
  ['after=x&case=y', ''],
  ['kind=training&overdue=1&after=x', 'kind=training&overdue=1'],
  ['view=sent_back&q=~secret', 'view=sent_back'],
  ['kind=nonsense&mine=1', 'mine=1'],
])('of the address %j a saved filter is %j', (query, saved) => {
  expect(savedQuery(query)).toBe(saved);
});
