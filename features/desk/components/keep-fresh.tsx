'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Asks for the page again every so many ms while somebody looks at it; without script there is a link. */
export function KeepFresh({ everyMs }: { everyMs: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [everyMs, router]);
  return null;
}
