import { Notice } from '@/components/ui/notice';
import { sendsNoTexts } from '@/lib/env';

/** At the door of an installation without a carrier: no code will come, and what works instead. */
export function NoTexts() {
  if (!sendsNoTexts()) return null;
  return (
    <Notice tone="warning" className="mb-4">
      本站短信还没有接通，收不到验证码。设过密码的请用密码登录，没设过的请联系工会。
    </Notice>
  );
}
