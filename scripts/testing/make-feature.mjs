import fs from 'node:fs';
import path from 'node:path';
import { root as checkout } from '../launch/install.mjs';

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** What a feature begins with: what is put in, what is decided, what is said, each with its test. */
const filesOf = (name) => {
  const one = camel(name);
  const type = one[0].toUpperCase() + one.slice(1);
  return {
    'schema.ts': `import { z } from 'zod';
import { cleanText } from '@/lib/text';

/** What the form of ${name} sends. */
export const ${one}Input = z.object({ title: cleanText({ max: 40 }) });

export type ${type}Input = z.infer<typeof ${one}Input>;
`,
    'rules.ts': `/** Where one stands; docs/domain.md has the table. */
export const ${one}Transitions = {
  open: ['closed'],
  closed: [],
} as const;

export type ${type}Status = keyof typeof ${one}Transitions;

/**
 * Whether one may go from this status to that.
 * @returns false also for staying where it is
 */
export const may${type}Become = (from: ${type}Status, to: ${type}Status): boolean =>
  (${one}Transitions[from] as readonly ${type}Status[]).includes(to);
`,
    'words.ts': `import type { ${type}Status } from './rules';

/** The word on the screen for each status. */
export const ${one}Labels: Record<${type}Status, string> = { open: '进行中', closed: '已结束' };
`,
    'rules.test.ts': `import { describe, expect, it } from 'vitest';
import { may${type}Become, ${one}Transitions } from './rules';
import { ${one}Input } from './schema';
import { ${one}Labels } from './words';

describe('${name}', () => {
  it('is closed once and stays closed', () => {
    expect(may${type}Become('open', 'closed')).toBe(true);
    expect(may${type}Become('closed', 'open')).toBe(false);
  });
  it('has a word for each status', () => {
    expect(Object.keys(${one}Labels)).toEqual(Object.keys(${one}Transitions));
  });
  it('is refused without a title', () => {
    expect(${one}Input.safeParse({ title: ' ' }).success).toBe(false);
    expect(${one}Input.parse({ title: ' 读书会 ' })).toEqual({ title: '读书会' });
  });
});
`,
  };
};

/** The tiers with the new one in the last, above all others, or in that of a neighbour. */
function placed(tiers, name, beside) {
  const at = beside ? tiers.findIndex((tier) => tier.includes(beside)) : tiers.length - 1;
  if (at < 0) throw new Error(`没有 ${beside} 这个文件夹 (no such feature)`);
  return tiers.map((tier, n) => (n === at ? [...tier, name] : tier));
}

/** As the list is written: a tier a line. */
const written = (tiers) =>
  `[\n${tiers.map((tier) => `  [${tier.map((name) => `"${name}"`).join(', ')}]`).join(',\n')}\n]\n`;

/**
 * Writes the folder of a feature and its place in features/tiers.json.
 * @param beside the feature of whose tier it is; above all others when not said
 * @returns the files written, relative to the repository
 * @throws Error in words for a bad name, or one that is taken
 */
export function makeFeature({ name, beside, root = checkout }) {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name ?? ''))
    throw new Error('用法：npm run new-feature <英文名词> [beside <已有的文件夹>]');
  const folder = path.join('features', name);
  const list = path.join(root, 'features', 'tiers.json');
  const tiers = JSON.parse(fs.readFileSync(list, 'utf8'));
  if (tiers.flat().includes(name) || fs.existsSync(path.join(root, folder)))
    throw new Error(`${folder} 已经有了 (taken)`);
  fs.writeFileSync(list, written(placed(tiers, name, beside)));
  fs.mkdirSync(path.join(root, folder));
  return Object.entries(filesOf(name)).map(([file, text]) => {
    fs.writeFileSync(path.join(root, folder, file), text);
    return path.join(folder, file);
  });
}
