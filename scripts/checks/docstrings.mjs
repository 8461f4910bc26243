// What a reader must know before calling: every function that a feature or the kernel offers has a docstring;
// one that may give null says when, and one that throws a refusal of the house says which.
import ts from 'typescript';

const offered = /^(features\/[^/]+\/(commands|queries|steps|rules|policy)(\/.+)?\.ts|lib\/.+\.ts)$/;
const isKernel = (file) => file.startsWith('lib/') && !file.startsWith('lib/testing/');
const refusals = ['NotFound', 'Conflict', 'Forbidden'];

const isExported = (node) =>
  ts.canHaveModifiers(node) &&
  Boolean(ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword));

/** `{name, doc, body}` of each exported function, declared or held by a const. */
function* functionsOf({ tree }) {
  for (const node of tree.statements) {
    if (!isExported(node)) continue;
    const doc = ts
      .getJSDocCommentsAndTags(node)
      .map((one) => one.getText())
      .join('\n');
    if (ts.isFunctionDeclaration(node)) {
      // Of several signatures the first one speaks.
      if (node.body) yield { name: node.name?.text ?? 'default', doc, node };
      continue;
    }
    if (!ts.isVariableStatement(node)) continue;
    for (const one of node.declarationList.declarations) {
      const value = one.initializer;
      if (value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)))
        yield { name: one.name.getText(), doc, node: value };
    }
  }
}

const isNull = (node) =>
  ts.isLiteralTypeNode(node) && node.literal.kind === ts.SyntaxKind.NullKeyword;

/** Whether a declared type may be null itself: `X | null`, also promised. */
function typeHasNull(type) {
  if (!type) return false;
  if (ts.isUnionTypeNode(type)) return type.types.some(typeHasNull);
  if (ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Promise')
    return typeHasNull(type.typeArguments?.[0]);
  return isNull(type);
}

/** Whether an expression is null in one of its branches, as it stands there. */
function mayBeNull(value) {
  if (!value) return false;
  if (value.kind === ts.SyntaxKind.NullKeyword) return true;
  if (
    ts.isParenthesizedExpression(value) ||
    ts.isAwaitExpression(value) ||
    ts.isAsExpression(value)
  )
    return mayBeNull(value.expression);
  if (ts.isConditionalExpression(value))
    return mayBeNull(value.whenTrue) || mayBeNull(value.whenFalse);
  if (ts.isBinaryExpression(value)) {
    const kind = value.operatorToken.kind;
    const falls = [ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken];
    return falls.includes(kind) && mayBeNull(value.right);
  }
  return false;
}

/** Whether the function itself, not one inside it, gives null. */
function givesNull(fn) {
  if (fn.type) return typeHasNull(fn.type);
  if (!ts.isBlock(fn.body)) return mayBeNull(fn.body);
  let found = false;
  const visit = (node) => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isReturnStatement(node)) found ||= mayBeNull(node.expression);
    ts.forEachChild(node, visit);
  };
  visit(fn.body);
  return found;
}

/** Which refusals it throws, in itself or in what it hands on to a transaction. */
function thrownBy(fn) {
  const found = new Set();
  const visit = (node) => {
    if (ts.isThrowStatement(node) && node.expression && ts.isNewExpression(node.expression))
      found.add(node.expression.expression.getText());
    ts.forEachChild(node, visit);
  };
  visit(fn.body);
  return refusals.filter((name) => found.has(name));
}

function problemsOf({ name, doc, node }) {
  if (doc === '') return [`${name} has no docstring`];
  const problems = thrownBy(node)
    .filter((error) => !doc.includes(error))
    .map((error) => `${name} throws ${error} and does not say when`);
  if (givesNull(node) && !/\bnull\b/i.test(doc))
    problems.push(`${name} may give null and does not say when`);
  return problems;
}

/** Exported functions of features and kernel whose docstring is missing or silent about null or a refusal. */
export function checkDocstrings(sources) {
  return sources
    .filter(
      ({ file, isTest }) =>
        !isTest && offered.test(file) && (file.startsWith('features/') || isKernel(file)),
    )
    .flatMap((source) =>
      [...functionsOf(source)].flatMap(problemsOf).map((problem) => `${source.file}: ${problem}`),
    );
}
