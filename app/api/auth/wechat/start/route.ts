import { notFound, redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { currentCtx } from '@/lib/auth/session';
import { wechatAddress } from '@/lib/auth/wechat-door';
import { env } from '@/lib/env';
import { chooseWechat } from '@/lib/wechat/oauth';

/** Off to WeChat; there is no such page until a 服务号 is configured. */
export async function GET(request: NextRequest): Promise<Response> {
  const provider = chooseWechat();
  if (!provider || !env().APP_ORIGIN) notFound();
  const { now } = await currentCtx();
  redirect(await wechatAddress(provider, now, request.nextUrl.searchParams.get('next') ?? '/'));
}
