'use client';
import { useEffect } from 'react';

/**
 * Says that the application is before somebody's eyes: once the page is shown, not when it is fetched
 * ahead or drawn in the background. Without a script the decision itself opens it.
 */
export function FirstLook({ applicationId }: { applicationId: string }) {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', look);
      // Should it not arrive, the next look or the decision says the same.
      fetch('/api/desk/looks', {
        method: 'POST',
        keepalive: true,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ applicationId }),
      }).catch(() => undefined);
    };
    document.addEventListener('visibilitychange', look);
    look();
    return () => document.removeEventListener('visibilitychange', look);
  }, [applicationId]);
  return null;
}
