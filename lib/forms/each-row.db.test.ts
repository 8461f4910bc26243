import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { as } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { system } from '../actor';
import { ok } from '../result';
import { decideEach } from './each-row';

const decide = () => decideEach(as(system()), [{ id: 'a' }], async () => ok({ decision: 'yes' }));

beforeEach(resetDb);
afterEach(() => vi.restoreAllMocks());

it('decisions taken together can be taken back for what is left of the first one’s time', async () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(5000);
  const work = async () => {
    clock.mockReturnValue(8500);
    return ok({ decision: 'yes' });
  };
  expect(await decideEach(as(system()), [{ id: 'a' }], work)).toEqual(
    ok({ rows: [{ id: 'a', decision: 'yes' }], undoMs: 6500 }),
  );
});

it('decisions taken together cannot be taken back once that time is over, or where there is none', async () => {
  await sqlAsOwner()`insert into settings (key, value) values ('membership.undo_seconds', '0')`;
  expect(await decide()).toEqual(ok({ rows: [{ id: 'a', decision: 'yes' }], undoMs: 0 }));
});
