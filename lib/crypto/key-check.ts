import 'server-only';
import { createHmac } from 'node:crypto';
import type { Sql } from 'postgres';
import { appSql } from '@/db/client';
import { accountPhone } from '@/db/schema/identity';
import { env } from '../env';
import { blindIndex, blindIndexQueue } from './blind-index';
import { openField, SealBroken, sealField } from './field';
import { deriveKey, fieldKeys, indexKeys, type KeyQueue } from './keys';

const names = ['FIELD_KEYS', 'INDEX_KEYS', 'APP_SECRET'] as const;
export type KeyName = (typeof names)[number];
type Kept = Partial<Record<KeyName, string>>;

const TEXT = '连心桥';
const place = { table: 'key_checks', column: 'value', rowId: 'FIELD_KEYS' };

interface Keys {
  fields: KeyQueue;
  indexes: KeyQueue;
  secret: string;
}

const today = (): Keys => ({
  fields: fieldKeys(),
  indexes: indexKeys(),
  secret: env().APP_SECRET,
});

const marked = (secret: string): string =>
  createHmac('sha256', deriveKey(Buffer.from(secret, 'base64'), 'key check'))
    .update(TEXT)
    .digest('hex');

/** The test values under the keys in use, to be kept with the data. */
export const makeChecks = ({ fields, indexes, secret }: Keys = today()) => ({
  FIELD_KEYS: sealField(TEXT, place, undefined, fields),
  INDEX_KEYS: blindIndex('key_check', TEXT, indexes),
  APP_SECRET: marked(secret),
});

function opens(work: () => string, plain?: string): boolean {
  try {
    const opened = work();
    return plain === undefined || opened === plain;
  } catch (error) {
    if (error instanceof SealBroken) return false;
    throw error;
  }
}

/** Which keys do not fit the values that were kept with the data; none when nothing was kept yet. */
export function wrongKeys(stored: Kept, keys: Keys = today()): KeyName[] {
  const { FIELD_KEYS: sealed, INDEX_KEYS: index, APP_SECRET: mark } = stored;
  const fits: Record<KeyName, boolean> = {
    FIELD_KEYS: !sealed || opens(() => openField(sealed, place, keys.fields), TEXT),
    INDEX_KEYS: !index || blindIndexQueue('key_check', TEXT, keys.indexes).includes(index),
    APP_SECRET: !mark || mark === marked(keys.secret),
  };
  return names.filter((name) => !fits[name]);
}

const advice: Record<KeyName, string> = {
  FIELD_KEYS:
    '加密密钥打不开已存的手机号和证件号。把原来的密钥放回队列（新的在前、旧的在后）；换密钥时，旧的要等 `npm run cli -- keys:renew` 再跑一次都是 0 处才能拿掉。',
  INDEX_KEYS:
    '检索密钥查不到已登记的手机号，会员再登录会多出第二个账号。把原来的密钥放回队列，做法同上。',
  APP_SECRET:
    '不是装机时的签名密钥，会员码、证书和链接都会失效。请找回原来的；确实要换，先运行 `npm run cli -- secret:accept`。',
};

/** Says which key is wrong and what to do; the values themselves are never repeated. */
export class WrongKeys extends Error {
  override readonly name = 'WrongKeys';
  constructor(readonly keys: readonly KeyName[]) {
    super(
      [
        '不能启动：密钥和数据库里的资料对不上。',
        'Cannot start: these keys do not fit the data in the database.',
        ...keys.map((key) => `  - ${key}：${advice[key]}`),
      ].join('\n'),
    );
  }
}

const keptOf = (rows: readonly { name: string; value: string }[]): Kept =>
  Object.fromEntries(rows.map(({ name, value }) => [name, value]));

/** Throws WrongKeys when this process holds other keys than the data was stored with. */
export async function assertKeys(): Promise<void> {
  const stored = await appSql()<{ name: string; value: string }[]>`select * from read_key_checks()`;
  const wrong = wrongKeys(keptOf(stored));
  if (wrong.length > 0) throw new WrongKeys(wrong);
}

/** A database older than the test values is judged by an account that it holds. */
async function judgeByAccount(sql: Sql): Promise<KeyName[]> {
  const [row] = await sql<{ id: string; sealed: string; index: string }[]>`
    select id, phone_sealed as sealed, phone_index as index from accounts
    where not starts_with(phone_index, 'erased:') order by created_at desc limit 1`;
  if (!row) return [];
  if (!opens(() => openField(row.sealed, accountPhone(row.id)))) return ['FIELD_KEYS'];
  const phone = openField(row.sealed, accountPhone(row.id));
  return blindIndexQueue('phone', phone).includes(row.index) ? [] : ['INDEX_KEYS'];
}

/**
 * Keeps the test values of these keys, instead of earlier ones: at the first start, and when keys
 * were changed on purpose.
 */
export async function keepChecks(sql: Sql, checks: Kept): Promise<void> {
  for (const [name, value] of Object.entries(checks)) {
    await sql`insert into lianxin_private.key_checks (name, value) values (${name}, ${value})
      on conflict (name) do update set value = excluded.value, made_at = now()`;
  }
}

/** Keeps the test values at the first start; at every later one the keys must fit, or it throws WrongKeys. */
export async function checkKeys(sql: Sql): Promise<void> {
  const rows = await sql<{ name: string; value: string }[]>`
    select name, value from lianxin_private.key_checks`;
  const wrong = rows.length > 0 ? wrongKeys(keptOf(rows)) : await judgeByAccount(sql);
  if (wrong.length > 0) throw new WrongKeys(wrong);
  if (rows.length === 0) await keepChecks(sql, makeChecks());
}
