import { Notice } from '@/components/ui/notice';
import { staffIdleMinutes } from '@/lib/auth/settings';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';

const words: Record<string, (minutes: number) => string> = {
  idle: (minutes) => `${minutes} 分钟没有操作，已自动退出。登录后回到刚才的页面。`,
  expired: () => '登录时间到了，已自动退出。登录后回到刚才的页面。',
  cold: () => '很久没有操作，为保护您的信息，请重新登录。',
  ended_from_list: () => '这台设备已在“我的设备”里退出，请重新登录。',
  password_changed: () => '登录密码已更改，请用新密码登录。',
  phone_changed: () => '登录手机号已更换，请用新手机号登录。',
  second_factor_reset: () => '动态码已解绑，请重新登录并绑定。',
};

/** Why one stands at the door again, when the session did not end by one's own hand. */
export async function EndedNotice({ ctx, ended }: { ctx: Ctx; ended: string | undefined }) {
  const say = ended && Object.hasOwn(words, ended) ? words[ended] : undefined;
  if (!say) return null;
  const { minutes } = await readSettings(ctx, { minutes: staffIdleMinutes });
  return (
    <Notice tone="info" live className="mb-4">
      {say(minutes)}
    </Notice>
  );
}
