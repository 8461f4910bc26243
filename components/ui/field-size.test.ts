import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const css = fs.readFileSync(path.join(import.meta.dirname, '../../app/globals.css'), 'utf8');

it('a field of the desk is never smaller than 16 px below 64em, or an iPhone zooms into it', () => {
  const narrow = /@media \(max-width: 63\.99em\) \{\s*\.desk \.input \{([^}]*)\}/.exec(css)?.[1];
  expect(narrow).toMatch(/font-size: max\(1rem, /);
  // Nothing after it makes it smaller again.
  const after = css.slice(css.indexOf(narrow ?? '!') + (narrow?.length ?? 0));
  expect(after).not.toMatch(/\.desk [^{]*\.input[^{]*\{[^}]*font-size/);
});
