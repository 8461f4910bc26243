// What holds in every source file: sizes, names, and the few things nobody may do.
import { directives, imports } from './sources.mjs';

const MOST = 300;
const isData = (file) =>
  /(^|[-/])data(\/|\.ts)|-paths\.ts$|^db\/seed\/.*-(names|list)\.ts$|^db\/schema\/enums\.ts$/.test(
    file,
  );
const kebab = /^(\.?[a-z0-9]+(-[a-z0-9]+)*|\[+(\.\.\.)?[a-z-]+\]+|\([a-z]+\)|_[a-z-]+)$/;
const vague = /(^|\/)(utils?|helpers?|misc|common)\.tsx?$/;

// Split, so that this file does not find itself.
const forbidden = [
  [
    /港南|贵港|12351/,
    'the name or hotline of one federation; lib/portal/portal.ts says them',
    /^(db\/(seed|factories)\/|e2e\/|bench\/|scripts\/checks\/|lib\/(portal\/portal-settings|auth\/common-passwords-data)\.ts$|.*\.test(-helpers|-data)?\.tsx?$)/,
  ],
  [
    /\bsearchWords\b/,
    'words from an address as they stand; lib/search.ts seals those for people',
    /^(lib\/(text|search|auth\/search)\.ts$|scripts\/checks\/|.*\.test\.ts$)/,
  ],
  [
    /features\/[a-z-]+\/commands\//,
    'a command to draw a page; drawing only reads',
    /^(?!app\/.*(page|layout)\.tsx$)/,
  ],
  [
    /(?<!\.)\b(transaction|bySystem)\(/,
    'a transaction that may write; what only reads takes read, readAsSystem or readOnRecord',
    /^(?!(app\/|components\/|features\/[^/]+\/(queries|components)\/(?!.*\.test)))/,
  ],
  [
    /\bdb\s*\.(insert|update|delete)\(|\b(insert into|update [a-z_]+ set|delete from) /,
    'a statement that writes where only reading is done',
    /^(?!(app\/|components\/|features\/[^/]+\/(queries|components)\/(?!.*\.test)))/,
  ],
  [
    /\b(database|appSql)\(\)|\bctx\.db\s*\.(insert|update|delete|transaction)\(/,
    'the database past lib/transaction.ts, where nothing knows who asks and what for',
    /^(db\/|e2e\/|bench\/|scripts\/|lib\/(ctx|transaction|(portal\/portal|http\/readiness|crypto\/key-check|forms\/kept-form|auth\/(session-table|session-end)))\.ts$|.*\.test(-helpers)?\.ts$)/,
  ],
  [
    /\baction: *(`|[^,;{}]*\?[^,;{}]*\?)/,
    'a name of the ledger put together from pieces; a table over the states says it',
    /^(?!(features|lib)\/(?!.*\.test))/,
  ],
  [
    /\bOfferingFrame\b/,
    'the frame of an offering drawn by hand; offeringTab(…) makes its pages',
    /^(features\/scheduling\/components|scripts\/checks)\//,
  ],
  [
    /'周[日一]', '周[一二]'|formatDay\(.*\)\.split\(/,
    'days said in words of its own; lib/dates.ts and features/offerings/rules/times.ts say them',
    /^(lib\/dates\.ts$|(scripts\/checks|components\/dev|e2e)\/|.*\.test\.tsx?$)/,
  ],
  [/\bsql\.raw\(/, 'sql.' + 'raw', /^$/],
  [
    /\.unsafe\(/,
    '.' + 'unsafe(',
    /^(db\/(migrate|login|preparing\.ts|testing\/)|scripts\/|bench\/|.*\.db\.test\.ts$)/,
  ],
  [/dangerouslySetInner(?=HTML)/, 'raw HTML', /^$/],
  [/\bas unknown as\b/, 'a double cast', /\.test\.tsx?$/],
  [/\b(TODO|FIXME|XXX)\b/, 'an unfinished note', /^scripts\/checks\//],
  [/\beval\(|new Function\(/, 'eval', /^scripts\/checks\//],
  [/catch( \([^)]*\))? \{\s*\}/, 'an empty catch', /^$/],
];

const clientMayNot =
  /^(@\/db(?!\/schema\/enums$)|drizzle-orm|postgres|server-only|next\/headers|pinyin-pro|zod$|lucide-react$)/;
const clientFeature = /\/(queries|commands)(\/|$)/;

function content({ file, text }) {
  return forbidden
    .filter(([pattern, , allowed]) => pattern.test(text) && !allowed.test(file))
    .map(([, name]) => `uses ${name}`);
}

function naming({ file }) {
  // A route that serves a file is named as the file is saved: draws/[id]/results.txt, mark.svg.
  const parts = file
    .split('/')
    .map((part) => part.replace(/(\.[a-z-]+)*\.(tsx?|mjs)$|\.(txt|svg|webmanifest)$/, ''));
  const odd = parts.filter((part) => part && !kebab.test(part));
  if (odd.length > 0) return [`name is not kebab-case: ${odd.join(', ')}`];
  return vague.test(file) ? ['is named after nothing; name the one job it does'] : [];
}

function size({ file, lines }) {
  if (lines > MOST && !isData(file)) return [`has ${lines} lines, more than ${MOST}`];
  const isRoute = /^app\/.*\/?(page|layout|route|error|not-found|loading|template)\.tsx?$/.test(
    file,
  );
  return isRoute && lines > 80 ? [`has ${lines} lines; a route has at most 80`] : [];
}

function serverActions(source) {
  const inFile = directives(source).includes('use server');
  const inline = /^\s+['"]use server['"]/m.test(source.text);
  const isActions = /^features\/[^/]+\/actions(\.ts$|\/)/.test(source.file);
  return inline || (inFile && !isActions) ? ["has 'use server' outside a feature's actions"] : [];
}

function client(source) {
  if (!directives(source).includes('use client')) return [];
  return imports(source)
    .filter(
      ({ from, typeOnly }) => !typeOnly && (clientMayNot.test(from) || clientFeature.test(from)),
    )
    .map(({ from }) => `is sent to the browser and may not import ${from}`);
}

const checks = [content, naming, size, serverActions, client];

export const checkEverywhere = (sources) =>
  sources.flatMap((source) =>
    checks.flatMap((check) => check(source)).map((problem) => `${source.file}: ${problem}`),
  );

const at = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Median and 95th percentile of what is not data. */
export function sizes(sources) {
  const sorted = sources
    .filter(({ file }) => !isData(file))
    .map(({ lines }) => lines)
    .sort((a, b) => a - b);
  return { files: sorted.length, median: at(sorted, 0.5), most: at(sorted, 0.95) };
}
