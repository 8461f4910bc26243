import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { anAccount } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { testSecrets } from '@/db/testing/secrets';
import { assertKeys, checkKeys, keepChecks, makeChecks, wrongKeys } from './key-check';
import { fieldKeys, indexKeys, type KeyQueue } from './keys';
import { renewSeals } from './renew-seals';

const key = () => randomBytes(32).toString('base64');
const other = {
  APP_SECRET: key(),
  FIELD_KEYS: `k1:${key()}`,
  INDEX_KEYS: `k1:${key()}`,
};
const names = Object.keys(other) as (keyof typeof other)[];

/** A process of its own with these settings on this test's database. */
function run(script: string, more: Record<string, string> = {}) {
  const flags = ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e'];
  const env = { ...process.env, ...testSecrets, ...more, NODE_OPTIONS: '' };
  return spawnSync(process.execPath, [...flags, script], { env, encoding: 'utf8' });
}

const prepare = `await import('./scripts/prepare.ts')`;
const serve = `await (await import('./lib/http/process-check.ts')).checkProcess(); process.exit(0)`;
const warm = `await (await import('./db/client.ts')).appSql()\`select 1\`;`;
const ready = `${warm} console.log(JSON.stringify(await (await import('./lib/http/readiness.ts')).readiness())); process.exit(0)`;

const stored = () => sqlAsOwner()`
  select c.*, k.digest from lianxin_private.key_checks c, lianxin_private.system_key k order by name`;

beforeEach(resetDb);

describe('a start with other keys (R12)', { timeout: 120_000 }, () => {
  it('goes on with the keys that the data was stored with', () => {
    expect(run(prepare)).toMatchObject({ status: 0 });
    expect(run(serve)).toMatchObject({ status: 0 });
    expect(JSON.parse(run(ready).stdout)).toMatchObject({ ready: true, database: 'ok' });
  });

  it.each(names)('is refused in words that name %s, and changes nothing', async (name) => {
    const before = await stored();
    const { status, stderr } = run(prepare, { [name]: other[name] });
    expect(status).toBe(1);
    expect(stderr).toContain('不能启动：密钥和数据库里的资料对不上');
    expect(stderr).toContain(`  - ${name}：`);
    for (const unnamed of names.filter((one) => one !== name))
      expect(stderr).not.toContain(`- ${unnamed}`);
    expect(stderr).not.toContain(other[name].slice(-44));
    expect(await stored()).toEqual(before);
  });

  it('ends a process that would give a known phone a second account, and is not ready', () => {
    const wrong = { INDEX_KEYS: other.INDEX_KEYS };
    expect(run(serve, wrong)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('第二个账号'),
    });
    expect(JSON.parse(run(ready, wrong).stdout)).toMatchObject({
      ready: false,
      database: 'keys_wrong',
    });
  });
});

describe('a database older than the test values', { timeout: 60_000 }, () => {
  beforeEach(async () => {
    await sqlAsOwner()`delete from lianxin_private.key_checks`;
    await arrange((tx) => anAccount(tx));
  });

  it.each([['FIELD_KEYS' as const], ['INDEX_KEYS' as const]])(
    'is judged by an account it holds: another %s is refused',
    (name) => {
      const { status, stderr } = run(prepare, { [name]: other[name] });
      expect([status, stderr.includes(`- ${name}`)]).toEqual([1, true]);
    },
  );

  it('keeps the values once the keys fit', async () => {
    await checkKeys(sqlAsOwner());
    expect(await stored()).toHaveLength(3);
  });
});

describe('this process', () => {
  const wrong = (keys: string[]) => expect.objectContaining({ name: 'WrongKeys', keys });

  it('goes on while its keys fit what was kept, and names those that do not', async () => {
    await keepChecks(sqlAsOwner(), makeChecks());
    await expect(assertKeys()).resolves.toBeUndefined();
    await expect(checkKeys(sqlAsOwner())).resolves.toBeUndefined();
    await keepChecks(sqlAsOwner(), { INDEX_KEYS: 'other', APP_SECRET: 'other' });
    const names = ['INDEX_KEYS', 'APP_SECRET'];
    await expect(assertKeys()).rejects.toEqual(wrong(names));
    await expect(checkKeys(sqlAsOwner())).rejects.toEqual(wrong(names));
    await keepChecks(sqlAsOwner(), makeChecks());
  });

  it('judges a database without test values by the newest account that was not erased', async () => {
    const sql = sqlAsOwner();
    await sql`delete from lianxin_private.key_checks`;
    const { accountId } = await arrange((tx) => anAccount(tx));
    await sql`update accounts set phone_index = 'other'`;
    await expect(checkKeys(sql)).rejects.toEqual(wrong(['INDEX_KEYS']));
    await sql`update accounts set phone_sealed = 'v1|k1|a256gcm|AAAA|AAAA|AAAA'`;
    await expect(checkKeys(sql)).rejects.toEqual(wrong(['FIELD_KEYS']));
    await sql`update accounts set phone_index = ${`erased:${accountId}`}`;
    await checkKeys(sql);
    expect(await stored()).toHaveLength(3);
  });
});

describe('keys being changed', () => {
  const fresh = { id: 'k2', bytes: randomBytes(32) };
  const secret = testSecrets.APP_SECRET;
  const queue = (old: KeyQueue): KeyQueue => [fresh, ...old];
  const both = { fields: queue(fieldKeys()), indexes: queue(indexKeys()) };
  const alone = { fields: [fresh] as const, indexes: [fresh] as const, secret };

  it('let the older one go only when nothing is left under it', async () => {
    await keepChecks(sqlAsOwner(), makeChecks());
    await arrange((tx) => anAccount(tx));
    const values = async () =>
      Object.fromEntries((await stored()).map((row) => [row.name, row.value]));
    expect(wrongKeys(await values(), { ...both, secret })).toEqual([]);
    await renewSeals(both);
    expect(wrongKeys(await values(), alone)).toEqual(['FIELD_KEYS', 'INDEX_KEYS']);
    await renewSeals(both);
    expect(wrongKeys(await values(), alone)).toEqual([]);
    await keepChecks(sqlAsOwner(), makeChecks());
  });
});
