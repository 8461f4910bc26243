const bytes = (fill: number): string => Buffer.alloc(32, fill).toString('base64');

/** Fixed values that only a test ever uses; named as in lib/env.ts, which refuses them elsewhere. */
export const testSecrets = {
  APP_SECRET: bytes(1),
  FIELD_KEYS: `k1:${bytes(2)}`,
  INDEX_KEYS: `k1:${bytes(3)}`,
  LIANXIN_DEMO: '1',
};
