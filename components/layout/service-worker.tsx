'use client';
import { useEffect } from 'react';

/** Keeps the shell, the member card, 我的预约 and 办事指南 for a moment without network. */
export function ServiceWorker() {
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
    // Without it the site works as before, only not offline.
    navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  }, []);
  return null;
}
