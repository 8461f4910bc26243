import 'server-only';
import { headers } from 'next/headers';
import { isWechatBrowser } from '../auth/client';
import { chooseWechat } from './oauth';

/** Whether this browser is 微信 and signing in with it is set up. */
export async function offersWechat(): Promise<boolean> {
  const agent = (await headers()).get('user-agent') ?? '';
  return isWechatBrowser(agent) && chooseWechat() !== null;
}
