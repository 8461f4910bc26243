import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';

const key = () => randomBytes(32).toString('base64');
const whole = () => ({
  APP_SECRET: key(),
  FIELD_KEYS: `k1:${key()}`,
  INDEX_KEYS: `k1:${key()}`,
  // Nobody listens there: a database that is away is no reason to refuse.
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  APP_ORIGIN: 'https://ghg.example.cn',
  SMS_PROVIDER: 'console',
});

/** The check that every web process runs before its first request, in a process of its own. */
function start(settings: Record<string, string>) {
  const script = `import('./lib/http/process-check.ts').then((it) => it.checkProcess()).then(() => process.exit(0))`;
  const flags = [
    '--conditions=react-server',
    '--import',
    'tsx',
    '--input-type=module',
    '-e',
    script,
  ];
  const env = { PATH: process.env.PATH, NODE_ENV: 'production' as const, ...settings };
  return spawnSync(process.execPath, flags, { env, encoding: 'utf8' });
}

describe('a web process (A21)', { timeout: 60_000 }, () => {
  it.each([
    ['no secret at all', { ...whole(), APP_SECRET: '' }, 'APP_SECRET'],
    [
      'a sample secret',
      { ...whole(), INDEX_KEYS: `k1:${Buffer.alloc(32, 3).toString('base64')}` },
      'INDEX_KEYS',
    ],
    ['no public address', { ...whole(), APP_ORIGIN: '' }, '对外网址'],
    ['a public address without https?://', { ...whole(), APP_ORIGIN: 'ghg.cn' }, 'APP_ORIGIN'],
    ['half a carrier', { ...whole(), SMS_PROVIDER: 'tencent' }, 'SMS_APP_ID'],
  ])('with %s ends before it serves, in words', (_what, settings, name) => {
    const { status, stderr } = start(settings);
    expect(status).toBe(1);
    expect(stderr).toContain('不能启动');
    expect(stderr).toContain(name);
    expect(stderr).not.toContain(settings.FIELD_KEYS);
  });

  it('that has all it needs goes on, even while the database is away', () => {
    const { status, stderr } = start(whole());
    expect(status).toBe(0);
    expect(stderr).toContain('短信没有接通');
  });
});
