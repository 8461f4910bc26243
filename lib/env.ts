import 'server-only';
import { z } from 'zod';

// 32 random bytes in base64; `id:base64` lists put the key in use first, older ones after it.
const key = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);
const keyQueue = z
  .string()
  .regex(/^[a-z0-9]{1,8}:[A-Za-z0-9+/]{43}=(,[a-z0-9]{1,8}:[A-Za-z0-9+/]{43}=)*$/);

const shape = z.object({
  /** Signs sessions, codes and cards (each with its own derived key). */
  APP_SECRET: key,
  /** Key queue of encrypted fields. */
  FIELD_KEYS: keyQueue,
  /** Key queue of blind indexes, apart from FIELD_KEYS. */
  INDEX_KEYS: keyQueue,
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//),
  /** The portal's own login, where the owner of DATABASE_URL may not make one (docs/operations.md). */
  DATABASE_APP_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  /** Earlier values of APP_SECRET, for nothing but reading the ledger's older seals. */
  APP_SECRET_BEFORE: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=(,[A-Za-z0-9+/]{43}=)*$/)
    .optional(),
  /** Where the demo and the ledger's nightly file live. */
  DATA_DIR: z.string().default('.data'),
  /** The address people type, such as https://ghg.example.cn; required outside the demo. */
  APP_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  /** Reverse proxies in front that set X-Forwarded-For; 0 means the header is ignored. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** '1' in the demo: seeded people, readable messages, generated secrets. */
  LIANXIN_DEMO: z.enum(['0', '1']).default('0'),
  /** Outside the demo it is written out, also `console`, which sends nothing. */
  SMS_PROVIDER: z.enum(['console', 'aliyun', 'tencent']).optional(),
  SMS_ENDPOINT: z.url().optional(),
  SMS_ACCESS_KEY_ID: z.string().optional(),
  SMS_ACCESS_KEY_SECRET: z.string().optional(),
  SMS_SIGN_NAME: z.string().optional(),
  SMS_TEMPLATE_ID: z.string().optional(),
  SMS_APP_ID: z.string().optional(),
  WECHAT_APP_ID: z.string().optional(),
  WECHAT_APP_SECRET: z.string().optional(),
  /** Another house's accounts (OpenID Connect); its discovery document lies below this address. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** What people call it, on the button. */
  OIDC_NAME: z.string().max(20).default('统一身份认证'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export type Env = Omit<z.infer<typeof shape>, 'SMS_PROVIDER'> & {
  demo: boolean;
  SMS_PROVIDER: 'console' | 'aliyun' | 'tencent';
};

const words: Record<string, string> = {
  APP_SECRET: '登录与会员码的签名密钥 / signing secret',
  FIELD_KEYS: '敏感信息加密密钥 / field encryption keys',
  INDEX_KEYS: '敏感信息检索密钥 / blind index keys',
  DATABASE_URL: '数据库地址 / PostgreSQL address',
  DATABASE_APP_URL: '门户的数据库登录 / login of the portal',
  APP_ORIGIN: '对外网址 / public address',
  SMS_PROVIDER: '短信服务商：aliyun、tencent；先不接短信就写 console / SMS carrier',
  SMS_ACCESS_KEY_ID: '短信账号 / SMS account',
  SMS_ACCESS_KEY_SECRET: '短信密钥 / SMS secret',
  SMS_SIGN_NAME: '短信签名 / SMS signature',
  SMS_TEMPLATE_ID: '短信模板号 / SMS templates',
  SMS_APP_ID: '腾讯云短信应用 / Tencent SMS application',
  WECHAT_APP_ID: '微信服务号 / WeChat account',
  WECHAT_APP_SECRET: '微信服务号密钥 / WeChat secret',
  OIDC_ISSUER: '统一身份认证网址，正式环境要 https / OpenID Connect issuer',
  OIDC_CLIENT_ID: '统一身份认证应用号 / OpenID Connect client',
  OIDC_CLIENT_SECRET: '统一身份认证应用密钥 / OpenID Connect secret',
};

// A key of one repeated byte is an example from a document or a test, whoever pasted it.
const isDefault = (value: string): boolean =>
  value.split(',').some((part) => {
    const bytes = Buffer.from(part.replace(/^[a-z0-9]+:/, ''), 'base64');
    return bytes.every((byte) => byte === bytes[0]);
  });

function weakNames(env: z.infer<typeof shape>): string[] {
  if (env.LIANXIN_DEMO === '1') return [];
  const weak: string[] = (['APP_SECRET', 'FIELD_KEYS', 'INDEX_KEYS'] as const).filter((name) =>
    isDefault(env[name]),
  );
  // What the issuer says of a person is believed because of whom the connection goes to.
  return env.OIDC_ISSUER?.startsWith('http:') ? [...weak, 'OIDC_ISSUER'] : weak;
}

/** What a provider that was chosen still lacks: found out now, not with the first code nobody gets. */
function missingNames(env: z.infer<typeof shape>): string[] {
  const carrier = [
    'SMS_ACCESS_KEY_ID',
    'SMS_ACCESS_KEY_SECRET',
    'SMS_SIGN_NAME',
    'SMS_TEMPLATE_ID',
  ] as const;
  const needed: (keyof typeof env)[] = [];
  if (env.LIANXIN_DEMO !== '1') needed.push('APP_ORIGIN', 'SMS_PROVIDER');
  if (env.SMS_PROVIDER && env.SMS_PROVIDER !== 'console') needed.push(...carrier);
  if (env.SMS_PROVIDER === 'tencent') needed.push('SMS_APP_ID');
  if (env.WECHAT_APP_ID || env.WECHAT_APP_SECRET)
    needed.push('WECHAT_APP_ID', 'WECHAT_APP_SECRET', 'APP_ORIGIN');
  if (env.OIDC_ISSUER || env.OIDC_CLIENT_ID || env.OIDC_CLIENT_SECRET)
    needed.push('OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'APP_ORIGIN');
  return [...new Set(needed)].filter((name) => !env[name]);
}

const describe = (name: string): string => `  - ${name}${words[name] ? `：${words[name]}` : ''}`;

/**
 * Reads the settings of this process. Outside the demo a missing or sample secret is refused, in words
 * that the person at the server can act on; the values themselves are never repeated.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = shape.safeParse(given);
  const wrong = parsed.success
    ? [...weakNames(parsed.data), ...missingNames(parsed.data)]
    : [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
  if (parsed.success && wrong.length === 0) {
    const { SMS_PROVIDER = 'console', ...rest } = parsed.data;
    return { ...rest, SMS_PROVIDER, demo: rest.LIANXIN_DEMO === '1' };
  }
  throw new Error(
    [
      '不能启动：以下设置缺失、格式不对，或仍是示例值。',
      'Cannot start: these settings are missing, malformed, or still a sample value.',
      ...wrong.map(describe),
      '用 `npm run cli -- secrets` 生成密钥，写入环境变量后再启动。',
      'Make keys with `npm run cli -- secrets`, put them into the environment, and start again.',
    ].join('\n'),
  );
}

const tuningShape = z.object({
  /** Connections of each process. */
  DATABASE_POOL: z.coerce.number().int().min(1).default(10),
  /** Milliseconds after which the database ends a statement of a page. */
  DATABASE_STATEMENT_MS: z.coerce.number().int().min(100).default(2500),
  /** Bookings of one session that a process works on at once. */
  BOOKING_LANES: z.coerce.number().int().min(1).default(4),
  /** Font files for characters that the typeface of certificates lacks, with commas between. */
  RARE_FONTS: z.string().default(''),
});

/** What an operator may tune without secrets being known: also for commands and migrations. */
export function tuning(source: Record<string, string | undefined> = process.env) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  return tuningShape.parse(given);
}

let cached: Env | undefined;

/** Whether texts go nowhere though people wait for them: a real installation without a carrier. */
export const sendsNoTexts = (of: Pick<Env, 'demo' | 'SMS_PROVIDER'> = env()): boolean =>
  !of.demo && of.SMS_PROVIDER === 'console';

/** The environment, read and checked once for the process. Throws where a variable is missing or wrong. */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}
