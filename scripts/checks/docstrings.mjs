// What a reader must know before calling: every function that a feature or the kernel offers has a docstring;
// one that may give null says when, one that throws a refusal of the product says which, a refusal that it
// answers with stands there by its code, a number says in what it counts, a list in which order it comes,
// and a rule that lets or refuses where it comes from.
import ts from 'typescript';

const offered =
  /^(features\/[^/]+\/(commands|queries|steps|rules|policy)(\/.+)?|lib\/(?!testing\/).+)\.ts$/;
const refusals = ['NotFound', 'Conflict', 'Forbidden'];

const isExported = (node) =>
  ts.canHaveModifiers(node) &&
  Boolean(ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword));

/** `{name, doc, fn, offered}` of each function at the top of a file, declared or held by a const. */
function* functionsOf({ tree }) {
  for (const node of tree.statements) {
    const about = {
      doc: ts
        .getJSDocCommentsAndTags(node)
        .map((one) => one.getText())
        .join('\n'),
      offered: isExported(node),
    };
    // Of several signatures the one with the body speaks.
    if (ts.isFunctionDeclaration(node) && node.body)
      yield { ...about, name: node.name?.text ?? 'default', fn: node };
    if (!ts.isVariableStatement(node)) continue;
    for (const { name, initializer: value } of node.declarationList.declarations)
      if (value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)))
        yield { ...about, name: name.getText(), fn: value };
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

/** Which refusals it throws: itself, in what it hands on to a transaction, or by a function beside it. */
function thrownBy(fn, beside, seen = new Set()) {
  seen.add(fn);
  const found = [];
  const visit = (node) => {
    if (ts.isThrowStatement(node) && node.expression && ts.isNewExpression(node.expression))
      found.push(node.expression.expression.getText());
    const helper = ts.isCallExpression(node) && beside.get(node.expression.getText());
    if (helper && !seen.has(helper)) found.push(...thrownBy(helper, beside, seen));
    ts.forEachChild(node, visit);
  };
  visit(fn.body);
  return refusals.filter((name) => found.includes(name));
}

/** Codes in the first argument of `refuse`: a literal, or either branch of a choice between two. */
function codesIn(value) {
  if (ts.isStringLiteral(value)) return /^[a-z][a-z_]*$/.test(value.text) ? [value.text] : [];
  if (ts.isAsExpression(value) || ts.isParenthesizedExpression(value))
    return codesIn(value.expression);
  if (ts.isConditionalExpression(value))
    return [...codesIn(value.whenTrue), ...codesIn(value.whenFalse)];
  return [];
}

/** Codes that it answers with: itself, in a transaction, or by a function beside it. */
function refusedBy(fn, beside, seen = new Set()) {
  seen.add(fn);
  const found = [];
  const visit = (node) => {
    if (ts.isCallExpression(node)) {
      const called = node.expression.getText();
      if (called === 'refuse' && node.arguments[0]) found.push(...codesIn(node.arguments[0]));
      const helper = beside.get(called);
      if (helper && !seen.has(helper)) found.push(...refusedBy(helper, beside, seen));
    }
    ts.forEachChild(node, visit);
  };
  visit(fn.body);
  return [...new Set(found)];
}

const units =
  /\b(how (many|often)|counts?|number|version|rank|(milli)?seconds?|minutes?|hours?|days?|weeks?|months?|years?|percent|bytes|pixels|characters|places|people|lines|rows|\d first|\d (to|for) \d*)\b|[分%]/i;

/** Whether a declared type is a number, also promised or null at times. */
function isNumber(type) {
  if (!type) return false;
  if (ts.isUnionTypeNode(type)) return type.types.every((one) => isNull(one) || isNumber(one));
  if (ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Promise')
    return isNumber(type.typeArguments?.[0]);
  return type.kind === ts.SyntaxKind.NumberKeyword;
}

const lists = /^features\/[^/]+\/queries\//;
const inOrder =
  /\b(order|ordered|sorted|first|last|newest|oldest|latest|earliest|by (name|day|time))\b/i;

const decides = /^features\/[^/]+\/(rules|policy)(\/.+)?\.ts$/;
// A page with its section, a law with its article, a standard with its number, a case by its code.
const source =
  /\b(domain|security)\.md §\d|draw\.md|[法典] ?\d+|\b(PIPL|WCAG|GB|ISO|RFC)\b.?\d|\([A-Z]\d\d\b/;

/** Whether a rule answers if somebody may: by its name, or as one of the conditions of booking. */
const isDecision = (name, fn) =>
  /^(refuse|may|can)[A-Z]/.test(name) || fn.parent.type?.getText() === 'Rule';

/** Whether a declared type is a text, also promised or null at times. */
const isText = (type) => /^(Promise<)?string( \| null)?>?$/.test(type?.getText() ?? '');

// Read where the name is used, not beside the one that stands above it.
const leansOnAnother = /\* The same(,| (as|at|by|for|in|of|under|where|with)\b)/;

// `12,345` or 二至六年级 shows one result and tells neither what goes in nor what it means.
const saysLittle = (doc) => (doc.match(/[A-Za-z’']+/g) ?? []).length < 3;

function problemsOf({ name, doc, fn }, beside, file) {
  if (doc === '') return [`${name} has no docstring`];
  if (saysLittle(doc)) return [`${name} has an example for a docstring; say what it tells, too`];
  const problems = thrownBy(fn, beside)
    .filter((error) => !doc.includes(error))
    .map((error) => `${name} throws ${error} and does not say when`);
  problems.push(
    ...refusedBy(fn, beside)
      .filter((code) => !doc.includes(`\`${code}\``))
      .map((code) => `${name} refuses \`${code}\` and does not say when`),
  );
  if (isNumber(fn.type) && !units.test(doc))
    problems.push(`${name} gives a number and does not say of what`);
  if (/(On|Day|Until)$/.test(name) && isText(fn.type) && !/YYYY-MM-DD|月/.test(doc))
    problems.push(`${name} gives a day and does not say in which form`);
  if (lists.test(file) && /^list[A-Z]/.test(name) && !inOrder.test(doc))
    problems.push(`${name} gives a list and does not say in which order`);
  if (decides.test(file) && isDecision(name, fn) && !source.test(doc))
    problems.push(`${name} lets or refuses and names no source`);
  if (givesNull(fn) && !/\bnull\b/i.test(doc))
    problems.push(`${name} may give null and does not say when`);
  if (leansOnAnother.test(doc))
    problems.push(`${name} is “the same” as what? Its docstring is read alone`);
  return problems;
}

/** Whether a value is written down as a number: `30`, `-1`, `20 * MINUTE`. */
function isWrittenNumber(value) {
  if (ts.isPrefixUnaryExpression(value)) return isWrittenNumber(value.operand);
  if (ts.isBinaryExpression(value))
    return isWrittenNumber(value.left) || isWrittenNumber(value.right);
  return ts.isNumericLiteral(value);
}

/** Exported numbers whose docstring does not say what they count. */
const numbersIn = ({ tree }) =>
  tree.statements
    .filter((node) => ts.isVariableStatement(node) && isExported(node))
    .flatMap((node) => {
      const doc = ts.getJSDocCommentsAndTags(node).map((one) => one.getText());
      return node.declarationList.declarations
        .filter(({ initializer }) => initializer && isWrittenNumber(initializer))
        .filter(() => !units.test(doc.join('')))
        .map(({ name }) => `${name.getText()} is a number and does not say of what`);
    });

function problemsIn(source) {
  const all = [...functionsOf(source)];
  const beside = new Map(all.map(({ name, fn }) => [name, fn]));
  return [
    ...all.filter((one) => one.offered).flatMap((one) => problemsOf(one, beside, source.file)),
    ...numbersIn(source),
  ];
}

/** Exported functions of features and kernel whose docstring is missing, leans on another or keeps silent. */
export function checkDocstrings(sources) {
  return sources
    .filter(({ file, isTest }) => !isTest && offered.test(file))
    .flatMap((source) => problemsIn(source).map((problem) => `${source.file}: ${problem}`));
}
