// Which tests come to a source: the import graph walked backwards, the nearest first.
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const folders = ['app', 'components', 'db', 'e2e', 'features', 'lib', 'scripts'];
const isSource = (name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts');

export const sourceFiles = (root) =>
  folders.flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(isSource)
      .map((name) => path.posix.join(folder, name)),
  );

function importsOf(root, file, known) {
  const { importedFiles } = ts.preProcessFile(fs.readFileSync(path.join(root, file), 'utf8'));
  return importedFiles.flatMap(({ fileName: from }) => {
    const at = from.startsWith('@/')
      ? from.slice(2)
      : from.startsWith('.') && path.posix.join(path.posix.dirname(file), from);
    if (!at) return [];
    return [at, `${at}.ts`, `${at}.tsx`, `${at}/index.ts`]
      .filter((name) => known.has(name))
      .slice(0, 1);
  });
}

/** Backwards: who imports a file. */
export function importers(root) {
  const all = sourceFiles(root);
  const known = new Set(all);
  const by = new Map();
  for (const file of all)
    for (const to of importsOf(root, file, known)) by.set(to, [...(by.get(to) ?? []), file]);
  return by;
}

const isUnit = (file) => /(?<!\.(db|http))\.test\.tsx?$/.test(file);
const isIntegration = (file) => file.endsWith('.db.test.ts');

/**
 * Tests of a file by the number of steps to it; of equal ones those in its own room first.
 * @returns {{unit: string[], integration: string[]}}
 */
export function relatedTests(by, file, most = { unit: 8, integration: 3 }) {
  const far = new Map([[file, 0]]);
  for (const at of far.keys())
    for (const next of by.get(at) ?? []) if (!far.has(next)) far.set(next, far.get(at) + 1);
  const room = roomOf(file);
  const weight = (test) => far.get(test) + (roomOf(test) === room ? 0 : 0.5);
  const sorted = [...far.keys()].sort((a, b) => weight(a) - weight(b) || (a < b ? -1 : 1));
  return {
    unit: sorted.filter(isUnit).slice(0, most.unit),
    integration: sorted.filter(isIntegration).slice(0, most.integration),
  };
}

/** The room a file stands in: a feature, `lib`, or a folder of it. */
export function roomOf(file) {
  const [top, next, ...rest] = file.split('/');
  if (top === 'features') return next;
  return top === 'lib' && rest.length > 0 ? `lib/${next}` : top;
}
