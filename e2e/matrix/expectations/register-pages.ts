import type { Actor } from '../actors';
import { desk, type Visit } from '../outcomes';

const keepers: readonly Actor[] = ['town', 'otherTown', 'district'];

/** 企业台账: towns and 组织部 keep it, 只读 reads it. */
export const registerPages: Record<string, Visit> = {
  '/desk/register': desk([...keepers, 'viewer'], undefined, {}, 'forbidden'),
  '/desk/register/new': desk(keepers, undefined, {}, 'forbidden'),
  '/desk/register/clusters': desk(keepers, undefined, {}, 'forbidden'),
  '/desk/register/[id]': desk(['town', 'district', 'viewer'], (p) => `/desk/register/${p.entry}`),
  '/desk/register/[id]/visit': desk(
    ['town', 'district'],
    (p) => `/desk/register/${p.entry}/visit`,
    { forbidden: ['viewer'] },
  ),
};
