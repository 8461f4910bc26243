// What comments, titles and pages cite must be there: `domain.md §3.2`, and cases such as (A24).
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../launch/install.mjs';
import { titlesOf } from './titles.mjs';

const CASES = 'docs/cases.md';
const citation =
  /([\w/.-]+\.md)((?:,? ?(?:and |or |to |[–-])?§\d+(?:\.\d+)*(?:[–-]\d+(?:\.\d+)*)?)*)/g;
const caseCode = /\b[A-FN-PRTXZ]\d{2}\b/g;
const comment = /\/\*[\s\S]*?\*\/|(?<![:'"`\w])\/\/.*$|^ *--.*$/gm;

/** Text that a comment broke over lines, read as one line. */
const joined = (text) => text.replace(/\n\s*(?:\*(?!\/)|\/\/|--|#)? ?/g, ' ');

function read(folder, name) {
  return fs
    .readdirSync(path.join(root, folder))
    .filter((file) => name.test(file))
    .map((file) => ({
      file: path.posix.join(folder, file),
      text: fs.readFileSync(path.join(root, folder, file), 'utf8'),
    }));
}

/** The pages of the repository, and the migrations, which are no sources of the other checks. */
export const pages = () => [
  ...read('.', /\.md$/),
  ...read('docs', /\.md$/),
  ...read('docs/adr', /\.md$/),
  ...read('db/migrations', /\.sql$/),
];

// A decision that was replaced tells of files that may be gone, and the changelog of what was.
const isHistory = ({ file, text }) =>
  file === 'CHANGELOG.md' || /^\*\*Status\*\*: replaced/m.test(text);
const filePath =
  /`((?:app|bench|components|db|docs|e2e|features|lib|public|rules|commands|queries|scripts)\/[\w./()[\]-]+)`/g;

function gone(page, exists) {
  if (!page.file.endsWith('.md') || isHistory(page)) return [];
  const named = [...page.text.matchAll(filePath)].map(([, name]) => name);
  return named
    .filter((name) => !exists(name) && !exists(`${name}.ts`) && !exists(`${name}.tsx`))
    .map((name) => `${page.file}: names ${name}, which is not there`);
}

const inRepository = (name) => fs.existsSync(path.join(root, name));

const sectionsOf = (text) =>
  new Set([...text.matchAll(/^#{2,4} (\d+(?:\.\d+)*)[. ]/gm)].map(([, number]) => number));

const numbersOf = (cited) => [...cited.matchAll(/\d+(?:\.\d+)*/g)].map(([number]) => number);

function unresolved({ file, text }, pages) {
  return [...joined(text).matchAll(citation)].flatMap(([, name, cited]) => {
    const page = pages.find(
      (one) => one.file === name || one.file === `docs/${name}` || one.file === `docs/adr/${name}`,
    );
    if (!page) return [`${file}: cites ${name}, which is no page of the repository`];
    const sections = sectionsOf(page.text);
    return numbersOf(cited)
      .filter((number) => !sections.has(number))
      .map((number) => `${file}: cites ${name} §${number}, which that page does not have`);
  });
}

/** What is said in comments and in titles of tests, or the whole of a page. */
function said(source) {
  if (source.file.endsWith('.md')) return source.text;
  const comments = [...source.text.matchAll(comment)].map(([found]) => found);
  const titles = source.tree ? titlesOf(source).map(({ title }) => title) : [];
  return [...comments, ...titles].join('\n');
}

function cases(sources, pages) {
  const list = pages.find(({ file }) => file === CASES)?.text ?? '';
  const listed = [...list.matchAll(/^\| ([A-Z]\d{2}) \|/gm)].map(([, code]) => code);
  const places = new Map();
  for (const one of [...sources, ...pages]) {
    if (one.file === CASES || one.file.startsWith('scripts/checks/')) continue;
    for (const [code] of said(one).matchAll(caseCode)) places.set(code, one.file);
  }
  const twice = listed.filter((code, at) => listed.indexOf(code) !== at);
  const unlisted = [...places].filter(([code]) => !listed.includes(code));
  const uncited = listed.filter((code) => !places.has(code));
  return [
    ...twice.map((code) => `${CASES}: lists ${code} twice`),
    ...unlisted.map(([code, file]) => `${file}: cites ${code}, which ${CASES} does not list`),
    ...uncited.map((code) => `${CASES}: lists ${code}, which nobody cites`),
  ];
}

export function checkCitations(sources, all = pages(), exists = inRepository) {
  const cited = [...sources, ...all].filter(({ file }) => !file.startsWith('scripts/checks/'));
  return [
    ...cited.flatMap((one) => unresolved(one, all)),
    ...all.flatMap((page) => gone(page, exists)),
    ...cases(sources, all),
  ];
}
