'use client';
// What every page has, in one file: each such file of the frame is a request of its own for a phone.
import { useRouter } from 'next/navigation';
import { lazy, useEffect } from 'react';
import type { NothingHereWords } from './nothing-here-page';

const NothingHerePage = lazy(() => import('./nothing-here-page'));

/**
 * Every page carries its refusals in case it is refused. Only their words travel with it; what draws them
 * is fetched when it is needed.
 */
export function NothingHere(words: NothingHereWords) {
  return <NothingHerePage {...words} />;
}

const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;

/**
 * Follows the links of `AppLink` without loading the document again. One listener for all of a page's
 * links; before it is there, and without script, each is an ordinary link.
 */
export function InsideLinks() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const at = event.target instanceof Element ? event.target.closest('a[data-inside]') : null;
      const href = at?.getAttribute('href');
      if (!href || at?.hasAttribute('target') || event.defaultPrevented || !isPlain(event)) return;
      event.preventDefault();
      router.push(href);
    };
    // On the window, after whatever the page itself does with a click.
    window.addEventListener('click', follow);
    return () => window.removeEventListener('click', follow);
  }, [router]);
  return null;
}
