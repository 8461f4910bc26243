// What a demo beside a real installation starts with: nothing of the real one, not even its keys.

/** Names of the environment that belong to one installation: its database, keys, address, carriers. */
const own =
  /^(DATABASE_|APP_|FIELD_KEYS$|INDEX_KEYS$|SMS_|WECHAT_|OIDC_|TRUSTED_PROXIES$|LIANXIN_)/;

/**
 * The environment of `npm run demo`: another folder, another port, the demo's own secrets.
 * @param env of the process that asks; DEMO_PORT and DEMO_DATA_DIR say otherwise than 3100 and .data/beside
 */
export function demoEnv(env) {
  const rest = Object.entries(env).filter(([name]) => !own.test(name));
  return {
    ...Object.fromEntries(rest),
    PORT: env.DEMO_PORT || '3100',
    DATA_DIR: env.DEMO_DATA_DIR || '.data/beside',
  };
}
