import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { equivalent } from './equivalent.mjs';
import { faultsOf, nameOf } from './faults.mjs';

const fileOf = (name) => name.slice(0, name.indexOf(' '));

describe('a fault that changes nothing', () => {
  it.each(Object.entries(equivalent))('is one of the code as it stands: %s', (name, reason) => {
    const file = fileOf(name);
    const names = faultsOf(file, fs.readFileSync(file, 'utf8')).map(nameOf);
    expect(names).toContain(name);
    expect(reason.length).toBeGreaterThan(10);
  });
});
