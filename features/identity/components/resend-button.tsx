'use client';
import { useEffect, useState } from 'react';
import { SubmitButton } from '@/components/forms/submit-button';
import { buttonClass } from '@/components/ui/button-style';

/** 重新获取, counted down where scripts run; without them the server says how long to wait. */
export function ResendButton({ seconds }: { seconds: number }) {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const until = Date.now() + seconds * 1000;
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  if (left > 0) {
    return (
      <button type="button" aria-disabled className={buttonClass({ block: true }, true)}>
        {left} 秒后可重发
      </button>
    );
  }
  return (
    <SubmitButton variant="secondary" pendingText="发送中…">
      重新获取验证码
    </SubmitButton>
  );
}
