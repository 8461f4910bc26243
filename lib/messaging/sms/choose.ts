import 'server-only';
import { type Env, env } from '@/lib/env';
import { aliyunSms } from './aliyun';
import { consoleSms } from './console';
import type { SmsProvider } from './provider';
import { tencentSms } from './tencent';

/**
 * Reads `login_code=SMS_1,notice=SMS_2`. One bare id stands for every template, for accounts whose
 * template is a single free variable.
 */
export function templateIds(text: string): (templateCode: string) => string | null {
  if (!text.includes('=')) return () => text.trim() || null;
  const pairs = text.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  const ids = new Map(pairs.map(([code = '', id = '']) => [code, id]));
  return (templateCode) => ids.get(templateCode) || null;
}

type SmsEnv = Pick<
  Env,
  | 'SMS_PROVIDER'
  | 'SMS_ENDPOINT'
  | 'SMS_ACCESS_KEY_ID'
  | 'SMS_ACCESS_KEY_SECRET'
  | 'SMS_SIGN_NAME'
  | 'SMS_TEMPLATE_ID'
  | 'SMS_APP_ID'
>;

/** The carrier named by SMS_PROVIDER; throws at start when its account is not complete. */
export function chooseSms(settings: SmsEnv = env()): SmsProvider {
  if (settings.SMS_PROVIDER === 'console') return consoleSms;
  const needed = (name: keyof SmsEnv): string => {
    const value = settings[name];
    if (!value) throw new Error(`SMS_PROVIDER=${settings.SMS_PROVIDER} needs ${name}`);
    return value;
  };
  const account = {
    keyId: needed('SMS_ACCESS_KEY_ID'),
    keySecret: needed('SMS_ACCESS_KEY_SECRET'),
    signName: needed('SMS_SIGN_NAME'),
    templateId: templateIds(needed('SMS_TEMPLATE_ID')),
    endpoint: settings.SMS_ENDPOINT,
  };
  if (settings.SMS_PROVIDER === 'aliyun') return aliyunSms(account);
  return tencentSms({ ...account, appId: needed('SMS_APP_ID') });
}
