'use client';
import { useEffect, useRef, useState } from 'react';
import { forgetOthersForms, keepTouchedForms } from '../forms/kept-values';
import { Button } from '../ui/button';

interface IdleWarningProps {
  /** Whose desk it is: what was typed waits for this account only. */
  account: string;
  /** After how many seconds without a request the session ends. */
  idleSeconds: number;
  /** GET says how long the session lasts, POST keeps it. */
  session: string;
  /** Where one signs in again. */
  door: string;
}

const WARN_SECONDS = 60;

async function ask(address: string, method: 'GET' | 'POST'): Promise<number | null> {
  try {
    const answer = await fetch(address, { method });
    return answer.status < 500 ? ((await answer.json()) as { seconds: number }).seconds : null;
  } catch {
    return null;
  }
}

/**
 * One minute before an officer is signed out: says so, with 继续. Other tabs and forms use the session
 * too, so the server is asked how long it lasts. At the end what was typed is kept, and the door says why.
 */
export function IdleWarning({ account, idleSeconds, session, door }: IdleWarningProps) {
  const [left, setLeft] = useState<number | null>(null);
  const stay = useRef<() => void>(undefined);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    forgetOthersForms();
    let timer: ReturnType<typeof setTimeout>;
    const look = async (method: 'GET' | 'POST') => {
      clearTimeout(timer);
      const seconds = await ask(session, method);
      if (seconds !== null && seconds <= 0) {
        keepTouchedForms();
        const here = window.location.pathname + window.location.search;
        window.location.assign(`${door}?ended=idle&next=${encodeURIComponent(here)}`);
        return;
      }
      const warns = seconds !== null && seconds <= WARN_SECONDS;
      setLeft(warns ? seconds : null);
      // Without a network it is asked again a little later.
      const wait = seconds === null ? 20 : warns ? Math.min(5, seconds) : seconds - WARN_SECONDS;
      timer = setTimeout(() => look('GET'), Math.max(1, wait) * 1000);
    };
    stay.current = () => look('POST');
    timer = setTimeout(() => look('GET'), Math.max(1, idleSeconds - WARN_SECONDS) * 1000);
    // A laptop that slept: its timers did too.
    const woken = () => document.visibilityState === 'visible' && look('GET');
    document.addEventListener('visibilitychange', woken);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', woken);
    };
  }, [idleSeconds, session, door]);

  const shown = left !== null;
  useEffect(() => {
    if (shown) box.current?.querySelector('button')?.focus();
  }, [shown]);

  return (
    <div data-account={account}>
      {shown && (
        <div
          role="alertdialog"
          aria-labelledby="idle-title"
          aria-describedby="idle-text"
          className="no-print fixed inset-x-4 bottom-4 z-30 mx-auto max-w-[420px] rounded-card border border-line bg-surface p-4 shadow-lg"
        >
          <h2 id="idle-title" className="text-h3 font-semibold">
            1 分钟内没有操作将自动退出
          </h2>
          <p id="idle-text" className="mt-1 mb-3 text-ink-2">
            点“继续”就不退出。没提交的文字会先留着，登录后接着填。
          </p>
          <div ref={box}>
            <Button onClick={() => stay.current?.()}>继续</Button>
          </div>
        </div>
      )}
    </div>
  );
}
