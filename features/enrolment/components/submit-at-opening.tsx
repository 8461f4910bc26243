'use client';
import { type ReactNode, useEffect, useState } from 'react';
import { ActionBar } from '@/components/layout/action-bar';
import { buttonClass } from '@/components/ui/button-style';
import { Countdown } from '@/components/ui/countdown';

interface Props {
  label: string;
  opensAt: number | null;
  serverNow: number;
  busy: boolean;
  note: ReactNode;
}

/** The button of the last step; before the opening it counts down by the server's clock. */
export function SubmitAtOpening({ label, opensAt, serverNow, busy, note }: Props) {
  const [open, setOpen] = useState(opensAt === null);
  useEffect(() => {
    if (opensAt === null) return;
    const offset = serverNow - Date.now();
    const check = () => setOpen(Date.now() + offset >= opensAt);
    check();
    // A throttled tab fires late, so the clock is looked at again when it wakes (T03).
    const timer = setInterval(check, 250);
    document.addEventListener('visibilitychange', check);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', check);
    };
  }, [opensAt, serverNow]);
  return (
    <ActionBar note={note}>
      <button
        type={open ? 'submit' : 'button'}
        aria-disabled={!open || undefined}
        aria-busy={busy || undefined}
        aria-live="polite"
        className={buttonClass({ block: true }, !open)}
      >
        {open || opensAt === null ? (
          <span>{busy ? '提交中…' : label}</span>
        ) : (
          <Countdown until={opensAt} serverNow={serverNow} done={label} />
        )}
      </button>
    </ActionBar>
  );
}
