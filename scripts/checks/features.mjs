// The closed vocabulary of a feature, and what each of its files must and may hold.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../launch/install.mjs';
import { calls, directives, exported, imports } from './sources.mjs';

const files =
  'schema|rules|policy|queries|commands|actions|messages|words|settings|personal-data|jobs';
const folders = 'rules|queries|commands|steps|actions|components|schema';
const vocabulary = new RegExp(`^features/[^/]+/((${files})\\.ts|(${folders})/.+)$`);
const test = /\.test(-helpers|-data)?\.tsx?$/;

const part = (file) => file.split('/')[2]?.replace(/\.ts$/, '');
const server = new Set(['queries', 'commands', 'steps']);
const clockless = new Set(['rules', 'policy', 'schema', 'messages']);

function known(source, tiers) {
  const [, feature] = source.file.split('/');
  const problems = [];
  if (!tiers.includes(feature))
    problems.push(`features/${feature} has no tier in features/tiers.json`);
  if (!vocabulary.test(source.file) && !test.test(source.file)) {
    problems.push(
      'is no file of a feature (schema rules policy queries commands actions messages …)',
    );
  }
  return problems;
}

function serverOnly(source) {
  if (!server.has(part(source.file))) return [];
  const has = imports(source).some(({ from }) => from === 'server-only');
  return has ? [] : ["reads or writes data and must import 'server-only'"];
}

const mentions = ({ text }, mark) => new RegExp(`@${mark} [^\\s*]`).test(text);

/** Whether the file calls `wanted`, or the function that it names as doing so: "@audited-by beginReview". */
function does(source, called, wanted, mark, all) {
  if (called.has(wanted)) return true;
  const [, by] = new RegExp(`@${mark} (\\w+)`).exec(source.text) ?? [];
  if (!by || !called.has(by)) return false;
  return all.some(
    (other) =>
      exported(other).some(({ name }) => name === by) &&
      does(other, calls(other), wanted, mark, all),
  );
}

const isCommand = (from) => /^\.\/(?!.*\/)|\/commands\//.test(from);

// commands/ holds verbs: each opens a transaction, leads to a command that does, sweeps, or is wired to a form;
// and the one door of several verbs, which asks who may (`@authorized-by`).
function verb(source, called, all) {
  if (
    called.has('sweep') ||
    called.has('authorize') ||
    imports(source).some(({ from }) => isCommand(from))
  )
    return [];
  const actions = `features/${source.file.split('/')[1]}/actions`;
  const own = source.file.replace(/^.*\/|\.ts$/g, '');
  const wired = all.some(
    (other) =>
      other.file.startsWith(actions) &&
      imports(other).some(({ from }) => from.endsWith(`/commands/${own}`)),
  );
  return wired ? [] : ['opens no transaction: a piece of somebody’s open one belongs in steps/'];
}

// A marker needs its reason: "@open anyone may start an application".
function command(source, all) {
  if (part(source.file) !== 'commands') return [];
  const called = calls(source);
  if (!called.has('transaction')) return verb(source, called, all);
  const problems = [];
  const asks = does(source, called, 'authorize', 'authorized-by', all);
  if (!asks && !mentions(source, 'open')) {
    problems.push(
      'opens a transaction without authorize(…); if anyone may, say why: @open <reason>',
    );
  }
  const records = does(source, called, 'recordAudit', 'audited-by', all);
  if (!records && !mentions(source, 'unaudited')) {
    problems.push(
      'changes data without recordAudit(…); if none is due, say why: @unaudited <reason>',
    );
  }
  return problems;
}

// A piece of somebody else's open transaction: whoever opened it has asked, and writes the ledger.
function step(source) {
  if (part(source.file) !== 'steps') return [];
  // A savepoint (`tx.db.transaction`) is no transaction of its own.
  const own = ['transaction', 'authorize'].filter((name) =>
    new RegExp(`(?<![.\\w])${name}\\(`).test(source.text),
  );
  return own.map((name) => `is a step of an open transaction and may not call ${name}(…)`);
}

function actions(source) {
  const isActions = part(source.file) === 'actions';
  const says = directives(source).includes('use server');
  if (!isActions) return [];
  if (!says) return ["must begin with 'use server'"];
  return exported(source)
    .filter(({ type, value }) => !type && !value?.getText().startsWith('action('))
    .map(({ name }) => `${name} is a public endpoint and must be action(name, schema, command, …)`);
}

function clock(source) {
  if (!clockless.has(part(source.file))) return [];
  const reads = /\bDate\.now\(|\bnew Date\(\)/.test(source.text);
  return reads ? ['reads the clock; take `now` as an argument'] : [];
}

const checks = [serverOnly, command, step, actions, clock];

const ordered = () =>
  JSON.parse(fs.readFileSync(path.join(root, 'features', 'tiers.json'), 'utf8')).flat();

/** The list of tiers names the folders that exist, each once, and no other. */
export function checkTiers(sources, tiers = ordered()) {
  const folders = new Set(
    sources.map(({ file }) => /^features\/([^/]+)\//.exec(file)?.[1]).filter(Boolean),
  );
  const twice = tiers.filter((name, at) => tiers.indexOf(name) !== at);
  const gone = tiers.filter((name) => !folders.has(name));
  return [
    ...twice.map((name) => `features/tiers.json: ${name} stands twice`),
    ...gone.map((name) => `features/tiers.json: there is no folder features/${name}`),
  ];
}

/** A room has `rules.ts` or `rules/`, never both: whoever looks for a rule looks in one place. */
export function checkRooms(sources) {
  const parts = sources
    .filter(({ isTest }) => !isTest)
    .map(({ file }) => /^(features\/[^/]+\/[a-z-]+)(\.tsx?$|\/)/.exec(file));
  const named = (end) =>
    new Set(parts.filter((part) => part?.[2].startsWith(end)).map((p) => p[1]));
  const folders = named('/');
  return [...named('.')]
    .filter((part) => folders.has(part))
    .map((part) => `${part}.ts: stands beside ${part}/; one of them holds it all`);
}

export function checkFeatures(sources, tiers = ordered()) {
  return sources
    .filter((source) => source.file.startsWith('features/'))
    .flatMap((source) => {
      const rest = source.isTest ? [] : checks.flatMap((check) => check(source, sources));
      return [...known(source, tiers), ...rest].map((problem) => `${source.file}: ${problem}`);
    });
}
