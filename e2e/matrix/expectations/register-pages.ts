import type { Actor } from '../actors';
import { desk, type Visit } from '../outcomes';

const keepers: readonly Actor[] = ['town', 'otherTown', 'district'];

/** 企业台账: towns and 组织部 keep it, 只读 reads it. */
export const registerPages: Record<string, Visit> = {
  '/desk/register': desk([...keepers, 'viewer'], undefined, {}, 'forbidden'),
  '/desk/register/new': desk(keepers, undefined, {}, 'forbidden'),
  '/desk/register/due': desk([...keepers, 'viewer'], undefined, {}, 'forbidden'),
  '/desk/register/clusters': desk(keepers, undefined, {}, 'forbidden'),
  '/desk/foundings': desk([...keepers, 'viewer'], undefined, {}, 'forbidden'),
  '/desk/foundings/[id]': desk(['town', 'district', 'viewer'], (p) => {
    return `/desk/foundings/${p.founding}`;
  }),
  '/desk/foundings/[id]/papers/[paper]': desk(
    ['town', 'district'],
    (p) => `/desk/foundings/${p.founding}/papers/request`,
    { forbidden: ['viewer'] },
  ),
  // The employer has one under way: who may is led to it.
  '/desk/foundings/new': desk(
    [],
    (p) => `/desk/foundings/new?employer=${p.foundingFirm}`,
    { elsewhere: ['town', 'district'], not_found: ['otherTown'] },
    'forbidden',
  ),
  '/desk/duplicates': desk(keepers, undefined, {}, 'forbidden'),
  '/desk/duplicates/[id]': desk(['town', 'district'], (p) => `/desk/duplicates/${p.pair}`, {
    forbidden: ['union', 'viewer', 'women', 'economy', 'system'],
  }),
  '/desk/duplicates/merges/[id]': desk(['district'], (p) => `/desk/duplicates/merges/${p.merge}`, {
    forbidden: ['viewer', 'women', 'economy', 'system'],
  }),
  '/desk/register/[id]': desk(['town', 'district', 'viewer'], (p) => `/desk/register/${p.entry}`),
  '/desk/register/[id]/visit': desk(
    ['town', 'district'],
    (p) => `/desk/register/${p.entry}/visit`,
    { forbidden: ['viewer'] },
  ),
};
