import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { iconNames } from './icon-names';

it('the drawings in the file are those that can be named, each once, on the grid of 24', () => {
  const file = fs.readFileSync(path.join(import.meta.dirname, 'icons.svg'), 'utf8');
  const drawn = [
    ...file.matchAll(/<symbol id="([a-z-]+)" viewBox="0 0 24 24"><path d="[^"]+"\/>/g),
  ];
  expect(drawn.map(([, id]) => id)).toEqual([...iconNames]);
  expect(file.match(/<symbol /g)).toHaveLength(iconNames.length);
});
