import { beforeEach, describe, expect, it } from 'vitest';
import { aMember, anAccount, aSignedInSession } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { notify } from '@/lib/messaging/outbox';
import { personalData } from './personal-data';

const phone = '13900007654';
const secrets = [phone, '黄秀英', '450803199003070029', '7654'];

beforeEach(resetDb);

/** Every column of the tables named, as one text. */
async function everything(): Promise<string> {
  const rows = await sqlAsOwner()`
    select (select json_agg(a) from accounts a)::text || (select json_agg(p) from people p)::text
      || coalesce((select json_agg(n) from notices n)::text, '')
      || coalesce((select json_agg(o) from outbox o)::text, '')
      || coalesce((select json_agg(x) from name_index x)::text, '') as text`;
  return String(rows[0]?.text);
}

async function aPerson(member: boolean) {
  return arrange(async (tx) => {
    const { union } = await aTree(tx);
    const idNumber = '450803199003070029';
    const made = member
      ? await aMember(tx, { organisationId: union.id, phone, name: '黄秀英', idNumber })
      : await anAccount(tx, { phone, displayName: '黄秀英' });
    const { accountId } = made;
    const text = { template: 'notice', params: { name: '黄秀英' }, text: '黄秀英，您的预约有变化' };
    await notify(tx, {
      accountId,
      title: '黄秀英的预约',
      body: '有变化',
      sms: text,
      dedupeKey: 'n1',
    });
    return made;
  });
}

describe('what identity holds of a person', () => {
  it('is handed out in plain to the person', async () => {
    const { personId } = await aPerson(true);
    const given = await arrange((tx) => personalData.export(tx, personId));
    expect(given).toMatchObject({
      account: { phone, hasPassword: false },
      person: { name: '黄秀英', idNumber: '450803199003070029' },
      notices: [{ title: '黄秀英的预约' }],
      messages: [{ template: 'notice' }],
    });
    expect(JSON.stringify(given)).not.toMatch(/Sealed|Index|Hash|tokenHash/);
  });

  it('stays while a union holds the person', async () => {
    const { personId } = await aPerson(true);
    expect(await arrange((tx) => personalData.erase(tx, personId))).toBe(0);
    const [row] = await sqlAsOwner()`select name from people where id = ${personId}`;
    expect(row?.name).toBe('黄秀英');
  });

  it('is gone after erasing: no name, number or phone left, and no way in', async () => {
    const made = await aPerson(false);
    const { personId, accountId } = made;
    await sqlAsOwner()`update people set name = '黄秀英' where id = ${personId}`;
    await arrange((tx) => aSignedInSession(tx, accountId));
    expect(await arrange((tx) => personalData.erase(tx, personId))).toBe(1);
    const left = await everything();
    for (const secret of secrets) expect(left).not.toContain(secret);
    expect(await sqlAsOwner()`select 1 from sessions`).toHaveLength(0);
    const [account] = await sqlAsOwner()`
      select disabled_at is not null as disabled from accounts where id = ${accountId}`;
    expect(account?.disabled).toBe(true);
    expect(await sqlAsOwner()`select 1 from outbox where status = 'waiting'`).toHaveLength(0);
    expect(await arrange((tx) => personalData.export(tx, personId))).toMatchObject({
      account: { phone: '' },
      person: { name: null, idNumber: null },
      notices: [],
    });
  });

  it('keeps notices for as long as the setting says, then empties them', async () => {
    await aPerson(false);
    await sqlAsOwner()`update notices set created_at = now() - interval '731 days'`;
    expect(await arrange((tx) => personalData.expire(tx))).toBe(1);
    expect(await sqlAsOwner()`select title, body from notices`).toMatchObject([
      { title: '已删除', body: '' },
    ]);
    expect(await arrange((tx) => personalData.expire(tx))).toBe(0);
  });
});
