'use client';
import { useEffect, useState } from 'react';
import { QrCode } from '@/components/ui/qr-code';

interface Code {
  drawing: { size: number; path: string };
  secondsLeft: number;
}

async function newestCode(): Promise<Code | null> {
  try {
    const answer = await fetch('/me/card/code', { cache: 'no-store' });
    return answer.ok ? await answer.json() : null;
  } catch {
    // No network: the card stays, its number still counts.
    return null;
  }
}

/** The card's code with the seconds it has left; fetches the next one, and says so when it cannot. */
export function CardCode(first: Code) {
  const [drawing, setDrawing] = useState(first.drawing);
  const [left, setLeft] = useState(first.secondsLeft);
  const [lost, setLost] = useState(false);

  useEffect(() => {
    let alive = true;
    let ends = Date.now() + first.secondsLeft * 1000;
    let asking = false;
    const ask = async () => {
      asking = true;
      const next = await newestCode();
      asking = false;
      if (!alive) return;
      setLost(next === null);
      if (next) setDrawing(next.drawing);
      ends = Date.now() + (next?.secondsLeft ?? 10) * 1000;
    };
    const tick = () => {
      const seconds = Math.ceil((ends - Date.now()) / 1000);
      setLeft(Math.max(0, seconds));
      if (seconds <= 0 && !asking && document.visibilityState === 'visible') void ask();
    };
    // A page kept for offline shows a code of another hour: asked at once, it turns into the number.
    if (!navigator.onLine) void ask();
    const timer = setInterval(tick, 1000);
    document.addEventListener('visibilitychange', tick);
    for (const change of ['online', 'offline']) window.addEventListener(change, ask);
    return () => {
      alive = false;
      clearInterval(timer);
      for (const change of ['online', 'offline']) window.removeEventListener(change, ask);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [first.secondsLeft]);

  if (lost) {
    return (
      <p role="status" className="py-12 text-ink-2">
        没有网络，动态码暂停。请报上面的会员号。
      </p>
    );
  }
  return (
    <>
      <QrCode drawing={drawing} label="会员码，扫开可以看是不是有效会员" />
      <p className="mt-3 text-secondary text-ink-2">
        <b className="text-ink">{left} 秒</b>后自动换新码，截图无效
      </p>
      <noscript>
        <a className="link" href="/me/card">
          刷新换新码
        </a>
      </noscript>
    </>
  );
}
