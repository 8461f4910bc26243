import { permission } from '@/lib/access';

/** Read the ledger of one's own organisation and below, with what was before and after. */
export const canReadLedger = permission({
  name: 'read_ledger',
  label: '查看本级及以下的操作日志',
  roles: ['organisation_officer'],
});

/** Read who did what everywhere, and check the chain; of members' affairs no values (三权分立, domain.md §4.2). */
export const canSuperviseLedger = permission({
  name: 'supervise_ledger',
  label: '查看全部操作日志（不含业务内容）、核对日志链',
  roles: ['system_admin'],
});
