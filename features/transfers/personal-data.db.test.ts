import { beforeEach, expect, it } from 'vitest';
import { arrange, as } from '@/db/factories/arrange';
import { resetDb } from '@/db/testing/index';
import { confirmTransfer } from './commands/confirm-transfer';
import { proposeTransfer } from './commands/propose-transfer';
import { refuseTransfer } from './commands/refuse-transfer';
import { personalData } from './personal-data';
import { bothUnions } from './transfers.test-helpers';

beforeEach(resetDb);

it('a person reads what was asked and answered, and the id of no officer who did', async () => {
  const made = await bothUnions();
  const { old, young, me, member } = made;
  const proposed = await proposeTransfer(as(young.actor), {
    ...{ toId: made.tree.otherUnion.id, memberNo: member.memberNo, name: '黄小满' },
  });
  if (!proposed.ok) throw new Error(proposed.reason);
  const transferId = proposed.value.id;
  await confirmTransfer(me, { transferId });
  const no = { side: 'out', refusal: 'not_moved', note: '还在册' } as const;
  await refuseTransfer(as(old.actor), { transferId, ...no });
  const read = JSON.stringify(await arrange((tx) => personalData.export(tx, member.personId)));
  expect(read).toContain('还在册');
  for (const { accountId } of [old, young]) expect(read).not.toContain(accountId);
});
