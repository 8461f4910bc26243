'use client';
import { useEffect, useState } from 'react';
import { BY_ITSELF } from '@/lib/http/by-itself';

const EVERY = 20_000;

/** 「莫振华 也打开着这一件」, asked while the page is seen; two who write one answer know of each other. */
export function WhoElse({ caseRef }: { caseRef: string }) {
  const [others, setOthers] = useState<readonly string[]>([]);
  useEffect(() => {
    let over = false;
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      const answer = await fetch('/api/desk/views', {
        method: 'POST',
        headers: { 'content-type': 'application/json', [BY_ITSELF]: '1' },
        body: JSON.stringify({ ref: caseRef }),
      }).catch(() => null);
      if (!answer?.ok || over) return;
      const { data } = (await answer.json()) as { data: { others: string[] } };
      setOthers(data.others);
    };
    ask();
    const timer = setInterval(ask, EVERY);
    document.addEventListener('visibilitychange', ask);
    return () => {
      over = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [caseRef]);
  return (
    <span role="status" className="font-semibold text-warning">
      {others.length > 0 && `${others.join('、')} 也打开着这一件`}
    </span>
  );
}
