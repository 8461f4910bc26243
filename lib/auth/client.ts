import 'server-only';
import { cookies, headers } from 'next/headers';
import { sha256Hex } from '../crypto/token';
import type { Client } from '../ctx';
import { networkOf } from '../http/address';
import { isHttps } from '../http/https';
import { cookieNames } from './cookie';

const first = (agent: string, words: readonly (readonly [RegExp, string])[], otherwise: string) =>
  words.find(([pattern]) => pattern.test(agent))?.[1] ?? otherwise;

const programs = [
  [/MicroMessenger/i, '微信'],
  [/Edg(e|A|iOS)?\//i, 'Edge'],
  [/HuaweiBrowser/i, '华为浏览器'],
  [/MiuiBrowser/i, '小米浏览器'],
  [/QQBrowser/i, 'QQ浏览器'],
  [/Firefox/i, '火狐'],
  [/Chrome|CriOS/i, 'Chrome'],
  [/Safari/i, 'Safari'],
] as const;

const machines = [
  [/HarmonyOS|OpenHarmony/i, '鸿蒙手机'],
  [/iPad/i, 'iPad'],
  [/iPhone/i, '苹果手机'],
  [/Android/i, '安卓手机'],
  [/Windows/i, 'Windows 电脑'],
  [/Mac OS X/i, '苹果电脑'],
  [/Linux/i, 'Linux 电脑'],
] as const;

/** What a person recognises a device by in 我的设备; never the raw header. */
export const deviceWords = (agent: string): string =>
  `${first(agent, programs, '其他浏览器')} · ${first(agent, machines, '其他设备')}`;

/** Inside WeChat's own browser, where signing in with WeChat makes sense. */
export const isWechatBrowser = (agent: string): boolean => /MicroMessenger/i.test(agent);

/** Where this request came from. The address was put there by our own server, never by the caller. */
export async function currentClient(): Promise<Client> {
  const given = await headers();
  const jar = await cookies();
  const browser = jar.get(cookieNames(isHttps(given)).browser)?.value;
  return {
    browser: browser ? sha256Hex(browser) : '',
    address: networkOf(given.get('x-real-ip')),
    device: deviceWords((given.get('user-agent') ?? '').slice(0, 400)),
  };
}
