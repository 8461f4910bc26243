// Where the tools of the checks are, and what they look at.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../launch/install.mjs';

const tool = (...parts) => path.join('node_modules', ...parts);

export const tools = {
  biome: tool('@biomejs', 'biome', 'bin', 'biome'),
  tsc: tool('typescript', 'bin', 'tsc'),
  next: tool('next', 'dist', 'bin', 'next'),
  depcruise: tool('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
  knip: tool('knip', 'bin', 'knip.js'),
  vitest: tool('vitest', 'vitest.mjs'),
  playwright: tool('@playwright', 'test', 'cli.js'),
};

const folders = ['app', 'components', 'features', 'lib', 'db', 'scripts', 'e2e'];
export const sourceFolders = () =>
  folders.filter((folder) => fs.existsSync(path.join(root, folder)));

/** Types of pages that `npm run dev` wrote when it last ran: of pages, it may be, that are gone since. */
export const forgetDevTypes = () =>
  fs.rmSync(path.join(root, '.next', 'dev', 'types'), { recursive: true, force: true });
