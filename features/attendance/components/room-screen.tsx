'use client';
import { useEffect, useState } from 'react';
import { QrCode } from '@/components/ui/qr-code';

export interface RoomCode {
  readonly drawing: { readonly size: number; readonly path: string };
  readonly secondsLeft: number;
  readonly present: number;
  readonly expected: number;
}

async function newest(sessionId: string): Promise<RoomCode | null> {
  try {
    const answer = await fetch(`/api/desk/room-code?session=${sessionId}`, { cache: 'no-store' });
    return answer.ok ? ((await answer.json()) as RoomCode) : null;
  } catch {
    return null;
  }
}

/** The screen in the room: a code that changes by itself, and how many are here. */
export function RoomScreen({ sessionId, first }: { sessionId: string; first: RoomCode }) {
  const [code, setCode] = useState<RoomCode | null>(first);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const later = (seconds: number) => {
      timer = setTimeout(renew, Math.max(1, seconds) * 1000);
    };
    const renew = async () => {
      const next = await newest(sessionId);
      setCode(next);
      later(next?.secondsLeft ?? 5);
    };
    later(first.secondsLeft);
    return () => clearTimeout(timer);
  }, [first.secondsLeft, sessionId]);
  return (
    <div className="text-center">
      {code ? (
        <div className="mx-auto max-w-[min(64vh,520px)] [&_svg]:!m-0 [&_svg]:!h-auto [&_svg]:!w-full">
          <QrCode drawing={code.drawing} label="现场签到码" />
        </div>
      ) : (
        <p role="alert" className="py-16 text-h2 text-error">
          没有网络，签到码暂停。请找工作人员签到。
        </p>
      )}
      <p className="mt-3 text-h2">用微信扫一扫，登录后点“签到”</p>
      <p className="text-ink-2">每 30 秒换一次，拍照转发无效</p>
      {code && (
        <p className="mt-2" role="status">
          已签到{' '}
          <b className="text-figure">
            {code.present}/{code.expected}
          </b>
        </p>
      )}
      <noscript>
        <a className="link" href="?">
          刷新换新码
        </a>
      </noscript>
    </div>
  );
}
