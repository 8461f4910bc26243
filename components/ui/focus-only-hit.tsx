'use client';
import { useEffect } from 'react';

/** After a search with one hit the hit has the focus, so that Enter opens it. */
export function FocusOnlyHit({ selector }: { selector: string }) {
  useEffect(() => {
    const hits = document.querySelectorAll<HTMLElement>(selector);
    if (hits.length === 1) hits[0]?.focus({ preventScroll: true });
  }, [selector]);
  return null;
}
