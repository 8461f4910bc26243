import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..', '..');

function files(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** `app/(member)/me/page.tsx` → `/me`: groups in brackets are not part of the address. */
const address = (file: string): string =>
  `/${path
    .dirname(file)
    .split(path.sep)
    .slice(1)
    .filter((part) => !part.startsWith('('))
    .join('/')}`;

export const pages = (): string[] =>
  files('app')
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map(address);

/** `GET /api/health`, one for each method that a route.ts exports. */
export const handlers = (): string[] =>
  files('app')
    .filter((file) => /(^|\/)route\.tsx?$/.test(file))
    .flatMap((file) => {
      const source = fs.readFileSync(path.join(root, file), 'utf8');
      const methods = [
        ...source.matchAll(
          /^export (?:async function|function|const) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/gm,
        ),
      ];
      return methods.map(([, method]) => `${method} ${address(file)}`);
    });

export const actionFiles = (): string[] =>
  files('features').filter((file) => /^features\/[^/]+\/actions(\.ts$|\/)/.test(file));

/** `enrolment/bookPlaceAction`: every export of a `'use server'` file is a public address. */
export const actionNames = (): string[] =>
  actionFiles().flatMap((file) => {
    const source = fs.readFileSync(path.join(root, file), 'utf8');
    const exported = [...source.matchAll(/^export (?:async function|const) (\w+)/gm)];
    return exported.map(([, name]) => `${file.split('/')[1]}/${name}`);
  });
