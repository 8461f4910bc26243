import { expect, it } from 'vitest';
import { demoEnv } from './demo-env.mjs';

it('a demo beside a real installation takes nothing of it along: no database, key, address or carrier', () => {
  const real = {
    DATABASE_URL: 'postgres://real',
    DATABASE_APP_URL: 'postgres://login',
    DATABASE_POOL: '5',
    APP_SECRET: 'a',
    APP_SECRET_BEFORE: 'b',
    FIELD_KEYS: 'c',
    INDEX_KEYS: 'd',
    APP_ORIGIN: 'https://example.cn',
    SMS_PROVIDER: 'aliyun',
    SMS_ACCESS_KEY_SECRET: 'e',
    WECHAT_APP_SECRET: 'f',
    OIDC_CLIENT_SECRET: 'g',
    TRUSTED_PROXIES: '1',
    LIANXIN_DEMO: '0',
    PORT: '3000',
    DATA_DIR: '/srv/data',
    PATH: '/bin',
    DEMO: 'linxi',
  };
  expect(demoEnv(real)).toEqual({
    PATH: '/bin',
    DEMO: 'linxi',
    PORT: '3100',
    DATA_DIR: '.data/beside',
  });
});

it('the folder and the port of a demo may be said', () => {
  expect(demoEnv({ DEMO_PORT: '4000', DEMO_DATA_DIR: '/tmp/x' })).toMatchObject({
    PORT: '4000',
    DATA_DIR: '/tmp/x',
  });
});
