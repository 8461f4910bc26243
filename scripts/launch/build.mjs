// Builds when the sources differ from those of the last build.
import fs from 'node:fs';
import path from 'node:path';
import { bundle, isBundled } from './bundle.mjs';
import { run } from './children.mjs';
import { root } from './install.mjs';
import { hashOf } from './sources.mjs';

const sources = ['app', 'components', 'features', 'lib', 'db', 'public', 'patches'];
const single = [
  'package-lock.json',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
].concat(['instrumentation.ts']);
// The journal of the migrations is read by the readiness check, so it is built in.
const aside = /\.test\.tsx?$|^db\/(seed|testing|factories)\/|^db\/migrations\/(?!meta\/_journal)/;

function files(folder) {
  if (!fs.existsSync(path.join(root, folder))) return [];
  return fs
    .readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

export const sourceHash = () =>
  hashOf(root, [...sources.flatMap(files), ...single].filter((file) => !aside.test(file)).sort());

const stamp = path.join(root, '.next', 'built-from');

const isSiteBuilt = () => fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === sourceHash();

/** Whether the site and what runs beside it are as the sources are. */
export const isBuilt = () => isSiteBuilt() && isBundled();

/** Builds all of it. */
export async function build() {
  const hash = sourceHash();
  fs.rmSync(stamp, { force: true });
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  await run([path.join('node_modules', 'next', 'dist', 'bin', 'next'), 'build'], env);
  fs.writeFileSync(stamp, hash);
  await bundle();
}

/** Builds what is older than its sources. */
export async function buildStale() {
  if (!isSiteBuilt()) await build();
  else if (!isBundled()) await bundle();
}
