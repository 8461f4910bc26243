import { desk, unionOfficers, type Visit } from '../outcomes';

const readers = unionOfficers.filter((actor) => actor !== 'system');

/** Who opens the rows of members, of employers or of both. */
export const unionReaders = [
  'union',
  'otherUnion',
  'town',
  'otherTown',
  'district',
  'viewer',
] as const;

/** 服务统计: for every union officer who works with services; the lists for who decides about them. */
export const figurePages: Record<string, Visit> = {
  '/desk/figures': desk(readers, undefined, {}, 'forbidden'),
  '/desk/figures/print': desk(readers, undefined, {}, 'forbidden'),
  '/desk/figures/rows': desk(
    readers.filter((actor) => !['district', 'viewer'].includes(actor)),
    () => '/desk/figures/rows?figure=attended',
    {},
    'forbidden',
  ),
  '/desk/union-figures': desk(unionReaders, undefined, {}, 'forbidden'),
  '/desk/union-figures/rows': desk(
    unionReaders,
    () => '/desk/union-figures/rows?figure=members',
    {},
    'forbidden',
  ),
  '/desk/first-steps': desk(['system']),
  '/desk/first-steps/sms': desk(['system']),
};
