const bytes = (fill: number): string => Buffer.alloc(32, fill).toString('base64');

/** Fixed values that only a test ever uses; named as in lib/env.ts. */
export const testSecrets = {
  APP_SECRET: bytes(1),
  LIANXIN_DEMO: '1',
};
