'use client';
import { useEffect, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button-style';
import { frameReader } from './read-frames';

const refusals: Record<string, string> = {
  NotAllowedError: '没有摄像头权限。请在浏览器设置里允许，或用扫码枪、手输预约号。',
  NotFoundError: '这台设备没有摄像头。请用扫码枪，或手输预约号。',
  SecurityError: '网址不是 https 开头，浏览器不让用摄像头。请用扫码枪，或手输预约号。',
};
const otherwise = '摄像头打不开。请用扫码枪，或手输预约号。';

/** Between two looks: quick enough for a queue, slow enough for an old phone. */
const PAUSE_MS = 150;

async function stream(): Promise<MediaStream> {
  // Over plain http (the demo on a phone) a browser lends no camera, whatever the device has.
  if (!window.isSecureContext) throw new DOMException('plain http', 'SecurityError');
  if (!navigator.mediaDevices) throw new DOMException('no camera here', 'NotFoundError');
  return navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
}

/** The camera of the check-in page; off until it is asked for, because it drains a battery. */
export function Camera({ onCode }: { onCode: (code: string) => void }) {
  const [on, setOn] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const video = useRef<HTMLVideoElement>(null);
  const report = useRef(onCode);
  report.current = onCode;

  useEffect(() => {
    if (!on) return;
    let live = true;
    let media: MediaStream | undefined;
    const look = async () => {
      const [opened, read] = await Promise.all([stream(), frameReader()]);
      media = opened;
      const view = video.current;
      if (!live || !view) return;
      view.srcObject = opened;
      await view.play();
      while (live) {
        const code = await read(view).catch(() => null);
        if (code && live) report.current(code);
        await new Promise((done) => setTimeout(done, PAUSE_MS));
      }
    };
    look()
      .catch((error: unknown) => {
        setProblem((error instanceof Error && refusals[error.name]) || otherwise);
        setOn(false);
      })
      .finally(() => {
        if (!live) for (const track of media?.getTracks() ?? []) track.stop();
      });
    return () => {
      live = false;
      for (const track of media?.getTracks() ?? []) track.stop();
    };
  }, [on]);

  return (
    <div>
      {on && (
        <video
          ref={video}
          muted
          playsInline
          aria-label="摄像头画面"
          className="mb-3 block max-h-[56vh] w-full rounded-card bg-ink object-cover"
        />
      )}
      <button
        type="button"
        className={buttonClass({ variant: on ? 'secondary' : 'primary', block: true })}
        onClick={() => {
          setProblem(null);
          setOn(!on);
        }}
      >
        {on ? '关闭摄像头' : '打开摄像头扫码'}
      </button>
      {problem && (
        <p role="alert" className="mt-2 text-secondary text-error">
          {problem}
        </p>
      )}
    </div>
  );
}
