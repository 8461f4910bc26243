import { randomUUID } from 'node:crypto';
import type { Actor } from '../../actors';
import { type ActionRow, forOfficers } from '../../replies';

const keepers: readonly Actor[] = ['district', 'system'];
const stale = '999999';
const reason = '机构调整';
const mark = '0'.repeat(64);

/** The tree is known to every officer, so who may not change it reads 没有权限. */
export const organisationsRows: Record<string, ActionRow> = {
  'organisations/createOrganisationAction': forOfficers(
    keepers,
    'forbidden',
    (p) => ({ parentId: p.town, kind: 'grassroots_union', name: '矩阵测试公司工会' }),
    {},
    { once: true },
  ),
  'organisations/editOrganisationAction': forOfficers(keepers, 'forbidden', (p) => ({
    id: p.union,
    version: stale,
    name: '改名',
  })),
  'lifecycle/moveOrganisationAction': forOfficers(keepers, 'forbidden', (p) => ({
    id: p.union,
    version: stale,
    parentId: p.otherTown,
    reason,
  })),
  'organisations/addEmployerAction': forOfficers(['town', 'district'], 'forbidden', (p) => ({
    name: '矩阵测试有限公司',
    unionId: p.union,
    townId: p.town,
  })),
  'organisations/editEmployerAction': forOfficers(['town', 'district'], 'forbidden', (p) => ({
    id: p.employer,
    version: stale,
    name: '改名有限公司',
    unionId: p.union,
    townId: p.town,
  })),
  'organisations/lookThroughTreeAction': forOfficers(keepers, 'forbidden', () => ({
    idempotencyKey: randomUUID(),
    pasted: '矩阵测试工会',
  })),
  // Nothing was looked through that has this mark.
  'organisations/pasteTreeAction': forOfficers(keepers, 'forbidden', () => ({
    idempotencyKey: randomUUID(),
    pasted: '矩阵测试工会',
    sure: mark,
  })),
  'organisations/lookThroughEmployersAction': forOfficers(
    ['town', 'otherTown', 'district'],
    'forbidden',
    () => ({ pasted: '矩阵测试公司' }),
  ),
  'organisations/pasteEmployersAction': forOfficers(
    ['town', 'otherTown', 'district'],
    'forbidden',
    () => ({ idempotencyKey: randomUUID(), pasted: '矩阵测试公司', sure: mark }),
  ),
  'lifecycle/closeOrganisationAction': forOfficers(keepers, 'forbidden', (p) => ({
    id: p.union,
    version: stale,
    members: '0',
    way: 'merged',
    successorId: p.union,
    documentNo: '测工批〔2026〕1号',
    decidedOn: '2026-01-05',
    reason,
  })),
};
