'use client';
import { useState } from 'react';
import { buttonClass } from '@/components/ui/button-style';
import { verify } from '../rules/draw';

interface Props {
  id: string;
  hash: string;
  seed: string;
}

type Said = 'same' | 'list' | 'seed' | 'order' | 'offline' | 'insecure';

const words: Record<Said, string> = {
  same: '一致。您手机算出的顺序和公布的一样。',
  list: '不一致：名单和公布的校验码对不上。请打电话告诉我们。',
  seed: '不一致：号码和名单里事先写明的对不上。请打电话告诉我们。',
  order: '不一致：算出的顺序和公布的不同。请打电话告诉我们。',
  offline: '没有取到名单，请看看网络再试。',
  insecure: '这个浏览器不能计算，请用 https 打开，或下载程序在电脑上算。',
};

async function text(path: string): Promise<string> {
  const response = await fetch(path);
  if (!response.ok) throw new Error('not there');
  return response.text();
}

async function recompute({ id, hash, seed }: Props): Promise<{ said: Said; entries: number }> {
  if (!globalThis.crypto?.subtle) return { said: 'insecure', entries: 0 };
  try {
    const [list, results] = await Promise.all([
      text(`/draws/${id}/list.txt`),
      text(`/draws/${id}/results.txt`),
    ]);
    const { same, wrong, entries } = await verify({ list, results, hash, seed });
    return { said: same ? 'same' : (wrong ?? 'order'), entries };
  } catch {
    return { said: 'offline', entries: 0 };
  }
}

/** 重算一遍: downloads the two published texts and does the whole draw again on this phone. */
export function Recompute(props: Props) {
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<{ said: Said; entries: number; ms: number } | null>(null);
  const run = async () => {
    setBusy(true);
    const from = performance.now();
    const answer = await recompute(props);
    setDone({ ...answer, ms: Math.round(performance.now() - from) });
    setBusy(false);
  };
  const good = done?.said === 'same';
  return (
    <>
      <button type="button" onClick={run} aria-busy={busy} className={buttonClass({ block: true })}>
        {busy ? '正在算…' : done ? '再算一遍' : '开始重算'}
      </button>
      <p aria-live="polite" data-said={done?.said} className="mt-4">
        {done && (
          <>
            <b className={good ? 'text-success' : 'text-error'}>{words[done.said]}</b>
            {good && ` 共 ${done.entries} 个号，用了 ${(done.ms / 1000).toFixed(1)} 秒。`}
          </>
        )}
      </p>
    </>
  );
}
