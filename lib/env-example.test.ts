import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

// Set by Next, by npm, or by our own tools for one run; nobody writes them into a server's environment.
const ours =
  /^(NODE_ENV|NEXT_RUNTIME|PATH|TMPDIR|TZ|CI|E2E_.*|TEST_.*|VITEST_.*|BENCH_.*|LIANXIN_BENCH|LIANXIN_PREPARED|MUTATE_STATE|SEED|DRAW_SEED|.*HISTORIES)$/;
const places = ['lib', 'db', 'scripts', 'app', 'features', 'instrumentation.ts'];

const filesOf = (place: string): string[] =>
  fs.statSync(place).isFile()
    ? [place]
    : fs
        .readdirSync(place, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !/\.test\.|testing\//.test(name))
        .map((name) => path.join(place, name));

const found = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);

/** Names that the code reads: straight from the environment, from one handed to it, or declared in lib/env. */
const read = new Set([
  ...found(fs.readFileSync('scripts/launch/demo-env.mjs', 'utf8'), /\benv\.([A-Z][A-Z_0-9]*)/g),
  ...places
    .flatMap(filesOf)
    .flatMap((file) => found(fs.readFileSync(file, 'utf8'), /process\.env\.([A-Z][A-Z_0-9]*)/g)),
  ...found(fs.readFileSync('lib/env.ts', 'utf8'), /^ {2}([A-Z][A-Z_]*): z?/gm),
]);
const documented = found(fs.readFileSync('.env.example', 'utf8'), /^([A-Z][A-Z_0-9]*)=/gm);

test('every variable that the code reads stands in .env.example', () => {
  expect([...read].filter((name) => !ours.test(name) && !documented.includes(name)).sort()).toEqual(
    [],
  );
});

test('.env.example names no variable that nothing reads, and none twice', () => {
  expect(documented.filter((name) => !read.has(name))).toEqual([]);
  expect(new Set(documented).size).toBe(documented.length);
});

test('only lib/env, the start scripts and the tools read the environment', () => {
  const strays = ['lib', 'features', 'app', 'components', 'db/client.ts']
    .flatMap(filesOf)
    .filter(
      (file) =>
        file !== 'lib/env.ts' &&
        found(fs.readFileSync(file, 'utf8'), /process\.env\.([A-Z][A-Z_0-9]*)/g).some(
          (name) => !ours.test(name) && !/^(DATABASE_URL|LIANXIN_DEMO)$/.test(name),
        ),
    );
  expect(strays).toEqual([]);
});
