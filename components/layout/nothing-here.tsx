'use client';
import { lazy } from 'react';
import type { NothingHereWords } from './nothing-here-page';

const NothingHerePage = lazy(() => import('./nothing-here-page'));

/**
 * Every page carries its refusals in case it is refused. Only their words travel with it; what draws them
 * is fetched when it is needed.
 */
export function NothingHere(words: NothingHereWords) {
  return <NothingHerePage {...words} />;
}
