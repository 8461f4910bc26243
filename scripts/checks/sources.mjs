// The sources that the checks look at, each read and parsed once.
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from '../launch/install.mjs';

const folders = ['app', 'components', 'features', 'lib', 'db', 'scripts', 'bench', 'e2e'];

function list(folder) {
  const full = path.join(root, folder);
  if (!fs.existsSync(full)) return [];
  return fs
    .readdirSync(full, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => /\.(tsx?|mjs)$/.test(file) && !file.startsWith('db/migrations/'));
}

/** One source as the checks see it. */
export function parse(file, text) {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return {
    file,
    text,
    tree,
    lines: text.split('\n').length - 1,
    isTest: /\.test(-helpers|-data)?\.(tsx?|mjs)$/.test(file),
  };
}

const topLevel = ['instrumentation.ts'].filter((file) => fs.existsSync(path.join(root, file)));

const open = (file) => parse(file, fs.readFileSync(path.join(root, file), 'utf8'));

export const sources = () => [...folders.flatMap(list), ...topLevel].sort().map(open);

/** Directives such as 'use client' at the head of the file. */
export const directives = ({ tree }) => {
  const found = [];
  for (const statement of tree.statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isStringLiteral(statement.expression)) break;
    found.push(statement.expression.text);
  }
  return found;
};

/** `{from, typeOnly}` of each import. */
export const imports = ({ tree }) =>
  tree.statements.filter(ts.isImportDeclaration).map((statement) => ({
    from: statement.moduleSpecifier.text,
    typeOnly: Boolean(statement.importClause?.isTypeOnly),
  }));

const isExported = (node) =>
  ts.canHaveModifiers(node) &&
  ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);

const hasDoc = (node) => ts.getJSDocCommentsAndTags(node).length > 0;
const isFunction = (value) =>
  Boolean(value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)));

function* namesOf(node) {
  if (ts.isVariableStatement(node)) {
    for (const one of node.declarationList.declarations) {
      const value = one.initializer;
      yield {
        name: one.name.getText(),
        isFunction: isFunction(value),
        value,
        documented: hasDoc(node),
      };
    }
  } else {
    const type = ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node);
    const name = node.name?.text ?? 'default';
    yield { name, isFunction: ts.isFunctionDeclaration(node), type, documented: hasDoc(node) };
  }
}

/** What the file exports by declaration: `{name, isFunction, type, documented, value}`. */
export const exported = ({ tree }) =>
  tree.statements.flatMap((node) =>
    ts.isExportDeclaration(node)
      ? [{ name: '*', type: node.isTypeOnly, documented: true }]
      : isExported(node)
        ? [...namesOf(node)]
        : [],
  );

/** Names of the functions that the file calls; what a comment says is no call. */
export function calls({ tree }) {
  const names = new Set();
  const visit = (node) => {
    if (ts.isCallExpression(node)) {
      const called = node.expression;
      names.add(ts.isPropertyAccessExpression(called) ? called.name.text : called.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return names;
}
