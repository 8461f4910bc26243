// Our TypeScript outside Next, compiled once at build time: what runs beside the site starts at once and small.
import fs from 'node:fs';
import path from 'node:path';
import { root as repository } from './install.mjs';
import { hashOf } from './sources.mjs';

/** Each becomes a file of its own under the same name; what they share is written once. */
const entries = [
  'scripts/worker.ts',
  'scripts/prepare.ts',
  'scripts/cli/main.ts',
  'scripts/server/front.ts',
];

const withoutNext = path.join(repository, 'scripts', 'server', 'without-next');

/** Names that mean something inside Next only, and what stands for them here. */
const alias = {
  'server-only': path.join(repository, 'db', 'testing', 'empty.ts'),
  'next/headers': path.join(withoutNext, 'headers.ts'),
  'next/navigation': path.join(withoutNext, 'navigation.ts'),
  react: path.join(withoutNext, 'react.ts'),
};

// One by one their hundreds of files cost seconds and 150 MiB at every start.
const taken = ['drizzle-orm', 'zod'];
const { dependencies } = JSON.parse(fs.readFileSync(path.join(repository, 'package.json'), 'utf8'));
const external = Object.keys(dependencies).filter((name) => !taken.includes(name));

const folder = path.join('.next', 'lianxin');
const sum = path.join(folder, 'made-from.json');
const also = ['package-lock.json', 'tsconfig.json', 'scripts/launch/bundle.mjs'];

/** How the entry `file` (a path as in `entries`) is run from its bundle. */
export const asBundled = (file) => [path.join(folder, file.replace(/\.ts$/, '.mjs'))];

/** The sum of all that went into the bundles; undefined while there are none. */
export function bundleSum() {
  try {
    return JSON.parse(fs.readFileSync(path.join(repository, sum), 'utf8')).hash;
  } catch {
    return undefined;
  }
}

/** Whether the bundles are there and every file that went into them is as it was. */
export function isBundled(root = repository) {
  try {
    const { files, hash } = JSON.parse(fs.readFileSync(path.join(root, sum), 'utf8'));
    return hash === hashOf(root, files);
  } catch {
    return false;
  }
}

/** A bundle stands elsewhere than its sources: files are found from the folder every process starts in. */
function refuseWhereabouts(outputs) {
  for (const { path: file, text } of outputs) {
    const asked = /import\.meta\.\w+|\b__dirname\b/.exec(file.endsWith('.mjs') ? text : '');
    if (asked) throw new Error(`${file}: ${asked[0]} is not where the source was`);
  }
}

// Aside and renamed: nobody finds half of one.
function replaceFolder(root, aside) {
  fs.rmSync(path.join(root, folder), { recursive: true, force: true });
  try {
    fs.renameSync(path.join(root, aside), path.join(root, folder));
  } catch (error) {
    // Another start has put the same there meanwhile.
    fs.rmSync(path.join(root, aside), { recursive: true, force: true });
    if (!isBundled(root)) throw error;
  }
}

/** Writes the bundles of `wanted` anew. Other packages stay where they are, patched or native. */
export async function bundle(root = repository, wanted = entries) {
  const { build, stop } = await import('esbuild');
  const aside = `${folder}.new-${process.pid}`;
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: wanted,
    outbase: '.',
    outdir: aside,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external,
    alias,
    sourcemap: 'linked',
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  // Its process would stay as long as this one.
  await stop();
  refuseWhereabouts(outputFiles);
  for (const { path: file, contents } of outputFiles) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, contents);
  }
  const files = [...also, ...Object.keys(metafile.inputs)].sort();
  const made = { files, hash: hashOf(root, files) };
  fs.writeFileSync(path.join(root, aside, path.basename(sum)), JSON.stringify(made));
  replaceFolder(root, aside);
}
