'use client';
import { useEffect, useState } from 'react';

interface CountdownProps {
  /** Moment it runs to, ms since 1970, by the server's clock. */
  until: number;
  /** The server's clock when the page was made: a phone's own clock is not trusted. */
  serverNow: number;
  /** Shown when the time has come. */
  done: string;
  prefix?: string;
}

const two = (n: number) => String(n).padStart(2, '0');

/** 还有 2 天 03:12:45, counted by the server's clock; a sleeping tab catches up when it wakes. */
export function Countdown({ until, serverNow, done, prefix = '还有' }: CountdownProps) {
  const [left, setLeft] = useState(until - serverNow);
  useEffect(() => {
    const offset = serverNow - Date.now();
    const tick = () => setLeft(until - (Date.now() + offset));
    tick();
    const timer = setInterval(tick, 1000);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [until, serverNow]);
  if (left <= 0) return <span>{done}</span>;
  const s = Math.ceil(left / 1000);
  const days = Math.floor(s / 86_400);
  const clock = `${two(Math.floor(s / 3600) % 24)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
  return (
    <span role="timer">
      {prefix} {days > 0 && `${days} 天 `}
      {clock}
    </span>
  );
}
