// Titles of tests, as the checks read them.
import ts from 'typescript';

const isTest = /\.(test|spec|cases)\.(tsx?|mjs)$/;

const rootOf = (node) => {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node))
    return rootOf(node.expression);
  return ts.isTaggedTemplateExpression(node) ? rootOf(node.tag) : undefined;
};

const textOf = (node) => {
  if (!node) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateExpression(node) ? node.getText().slice(1, -1) : undefined;
};

/** Titles in the file, each with those of the describes around it, outermost first. */
export function titlesOf({ file, tree }) {
  if (!isTest.test(file)) return [];
  const found = [];
  const visit = (node, around) => {
    const called = ts.isCallExpression(node) ? rootOf(node.expression) : undefined;
    const title = called && /^(describe|it|test)$/.test(called) && textOf(node.arguments[0]);
    const named = title && node.arguments.length > 1;
    if (named) found.push({ title, around, isGroup: called === 'describe' || isGroup(node) });
    const inside = named ? [...around, title] : around;
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(tree, []);
  return found;
}
const isGroup = (node) => /^test\.describe\b/.test(node.expression.getText());
