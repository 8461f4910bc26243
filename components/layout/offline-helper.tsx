'use client';
import { useEffect, useState } from 'react';

/** Registers the service worker, and says when the network is gone. */
export function OfflineHelper() {
  const [offline, setOffline] = useState(false);
  useEffect(() => {
    const update = () => setOffline(!navigator.onLine);
    update();
    window.addEventListener('online', update);
    window.addEventListener('offline', update);
    // A refusal (private window, plain http) only means that nothing is kept for offline.
    navigator.serviceWorker?.register('/sw.js').catch(() => undefined);
    return () => {
      window.removeEventListener('online', update);
      window.removeEventListener('offline', update);
    };
  }, []);
  if (!offline) return null;
  return (
    <p role="status" className="bg-warning-50 px-4 py-2 text-center text-secondary text-ink">
      当前无网络，已保存的步骤都在
    </p>
  );
}
