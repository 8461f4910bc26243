import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { readEnv, sendsNoTexts } from './env';

const key = (): string => randomBytes(32).toString('base64');
const good = (): Record<string, string> => ({
  APP_SECRET: key(),
  FIELD_KEYS: `k2:${key()},k1:${key()}`,
  INDEX_KEYS: `k1:${key()}`,
  DATABASE_URL: 'postgres://lianxin@db/lianxin',
  APP_ORIGIN: 'https://ghg.example.cn',
  SMS_PROVIDER: 'console',
});

test('complete settings are accepted, and the demo is off unless asked for', () => {
  expect(readEnv(good())).toMatchObject({
    demo: false,
    SMS_PROVIDER: 'console',
    TRUSTED_PROXIES: 0,
  });
});

test('a missing secret is named in Chinese and English', () => {
  const { APP_SECRET: _, ...rest } = good();
  expect(() => readEnv(rest)).toThrow(/不能启动[\s\S]*Cannot start[\s\S]*APP_SECRET/);
});

test('an empty setting counts as missing', () => {
  expect(() => readEnv({ ...good(), FIELD_KEYS: '' })).toThrow('FIELD_KEYS');
});

test('a sample key is refused outside the demo and allowed in it', () => {
  const sample = { ...good(), APP_SECRET: Buffer.alloc(32, 1).toString('base64') };
  expect(() => readEnv(sample)).toThrow('APP_SECRET');
  expect(readEnv({ ...sample, LIANXIN_DEMO: '1' }).demo).toBe(true);
});

test('a refused value is not repeated in the message', () => {
  expect(() => readEnv({ ...good(), APP_SECRET: 'hunter2-secret' })).toThrow(
    expect.not.objectContaining({ message: expect.stringContaining('hunter2') }),
  );
});

test.each([
  [{ SMS_PROVIDER: 'aliyun' }, /SMS_ACCESS_KEY_ID[\s\S]*SMS_TEMPLATE_ID/],
  [{ SMS_PROVIDER: 'tencent', SMS_ACCESS_KEY_ID: 'a' }, /SMS_ACCESS_KEY_SECRET[\s\S]*SMS_APP_ID/],
  [{ WECHAT_APP_ID: 'wx1', APP_ORIGIN: 'https://ghg.example.cn' }, /WECHAT_APP_SECRET/],
  [{ WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: 's', APP_ORIGIN: '' }, /APP_ORIGIN/],
  [{ OIDC_ISSUER: 'https://id.example.cn', OIDC_CLIENT_ID: 'c' }, /OIDC_CLIENT_SECRET/],
  [
    { OIDC_ISSUER: 'http://id.example.cn', OIDC_CLIENT_ID: 'c', OIDC_CLIENT_SECRET: 's' },
    /OIDC_ISSUER/,
  ],
])('a provider that was chosen and is not complete is refused: %j', (more, words) => {
  expect(() => readEnv({ ...good(), ...more })).toThrow(words);
});

test.each(['APP_ORIGIN', 'SMS_PROVIDER'])('without %s nothing starts outside the demo', (name) => {
  expect(() => readEnv({ ...good(), [name]: '' })).toThrow(name);
  expect(readEnv({ ...good(), [name]: '', LIANXIN_DEMO: '1' }).SMS_PROVIDER).toBe('console');
});

test('texts go nowhere where console was written out, and in the demo they are on its page', () => {
  expect(sendsNoTexts(readEnv(good()))).toBe(true);
  expect(sendsNoTexts(readEnv({ ...good(), LIANXIN_DEMO: '1' }))).toBe(false);
});

test('a complete provider is accepted', () => {
  const carrier = {
    SMS_PROVIDER: 'aliyun',
    SMS_ACCESS_KEY_ID: 'a',
    SMS_ACCESS_KEY_SECRET: 'b',
    SMS_SIGN_NAME: 'c',
    SMS_TEMPLATE_ID: 'd',
  };
  expect(readEnv({ ...good(), ...carrier }).SMS_PROVIDER).toBe('aliyun');
});
