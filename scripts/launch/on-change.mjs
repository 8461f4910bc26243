import fs from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

const QUIET_MS = 300;

/**
 * Calls `work` once whenever sources in these folders were saved and a moment has passed; never twice at
 * the same time. Returns how to stop watching.
 */
export function onChange(folders, work) {
  let timer;
  let running = Promise.resolve();
  const changed = (_event, file) => {
    if (!/\.(tsx?|mjs|json)$/.test(file ?? '') || /\.test\./.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(work);
    }, QUIET_MS);
  };
  const watchers = folders.map((folder) =>
    fs.watch(path.resolve(root, folder), { recursive: true }, changed),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
    return running;
  };
}
