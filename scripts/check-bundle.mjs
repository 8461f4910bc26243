// JavaScript that a route sends, compressed: members are on old phones and mobile data.
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { root } from './launch/install.mjs';

const LIMIT_KB = 145;
const next = path.join(root, '.next');
const routes = path.join(next, 'server', 'app');
const suffix = 'page_client-reference-manifest.js';
const sizes = new Map();

function size(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(fs.readFileSync(path.join(next, file))).length);
  return sizes.get(file);
}

// Officers sit at a desk with a cable; /dev is not in production.
const isMembers = (route) => !/^\/(\(admin\)|dev|_|desk|staff)/.test(route);

function filesOf(manifestFile, route) {
  const sandbox = {};
  vm.runInNewContext(fs.readFileSync(manifestFile, 'utf8'), sandbox);
  const manifest = Object.values(
    sandbox.__RSC_MANIFEST ?? sandbox.globalThis?.__RSC_MANIFEST ?? {},
  )[0];
  if (!manifest) throw new Error(`${route}: the build manifest has another shape than expected`);
  const entries = Object.entries(manifest.entryJSFiles).flatMap(([, files]) => files);
  const modules = Object.values(manifest.clientModules).flatMap(({ chunks }) => chunks);
  return [...entries, ...modules]
    .map((file) => decodeURIComponent(file.replace(/^\/?_next\//, '').replace(/\?.*$/, '')))
    .filter((file) => file.endsWith('.js'));
}

const shared = JSON.parse(
  fs.readFileSync(path.join(next, 'build-manifest.json'), 'utf8'),
).rootMainFiles;
const rows = fs
  .readdirSync(routes, { recursive: true })
  .filter((file) => file.endsWith(suffix))
  .map((file) => `/${path.dirname(file)}`.replace(/^\/\.$/, '/'))
  .filter(isMembers)
  .map((route) => {
    const files = new Set([...shared, ...filesOf(path.join(routes, route, suffix), route)]);
    return { route, kb: [...files].reduce((sum, file) => sum + size(file), 0) / 1000 };
  })
  .sort((a, b) => b.kb - a.kb);

for (const { route, kb } of rows) {
  console.log(`${kb > LIMIT_KB ? '✗' : '✓'} ${kb.toFixed(1).padStart(6)} kB  ${route}`);
}
const heavy = rows.filter(({ kb }) => kb > LIMIT_KB);
console.log(`${rows.length} member routes, limit ${LIMIT_KB} kB, ${heavy.length} above it`);
process.exit(heavy.length > 0 || rows.length === 0 ? 1 : 0);
