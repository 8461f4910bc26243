'use client';
import { useEffect } from 'react';

/**
 * Moving here inside the app fetches no document, so it is fetched once: its answer tells the browser
 * to empty its cache, and the service worker forgets the personal pages when it passes (A25).
 */
export function LeaveNothing() {
  useEffect(() => {
    // Without network there is nothing to hear, and the session has ended all the same.
    fetch('/signed-out', { cache: 'no-store' }).catch(() => undefined);
  }, []);
  return null;
}
