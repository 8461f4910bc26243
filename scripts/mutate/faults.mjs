// Single-operator faults of one source: what a slip of the keyboard or of the mind would make of it.
import ts from 'typescript';

const K = ts.SyntaxKind;

/** What stands instead of an operator; two for an order, since its edge and its side are apart. */
const operators = new Map([
  [
    K.LessThanToken,
    [
      ['boundary', '<='],
      ['comparison', '>='],
    ],
  ],
  [
    K.LessThanEqualsToken,
    [
      ['boundary', '<'],
      ['comparison', '>'],
    ],
  ],
  [
    K.GreaterThanToken,
    [
      ['boundary', '>='],
      ['comparison', '<='],
    ],
  ],
  [
    K.GreaterThanEqualsToken,
    [
      ['boundary', '>'],
      ['comparison', '<'],
    ],
  ],
  [K.EqualsEqualsEqualsToken, [['comparison', '!==']]],
  [K.ExclamationEqualsEqualsToken, [['comparison', '===']]],
  [K.AmpersandAmpersandToken, [['boolean', '||']]],
  [K.BarBarToken, [['boolean', '&&']]],
  [K.PlusToken, [['arithmetic', '-']]],
  [K.MinusToken, [['arithmetic', '+']]],
  [K.AsteriskToken, [['arithmetic', '/']]],
  [K.SlashToken, [['arithmetic', '*']]],
  [K.PercentToken, [['arithmetic', '*']]],
]);

const isText = (node) =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateExpression(node) ||
  (ts.isBinaryExpression(node) && (isText(node.left) || isText(node.right)));

const isEmpty = (node) =>
  node.kind === K.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined');

/** Each fault by the stretch of text that it replaces. */
function faultsAt(node, add) {
  if (ts.isBinaryExpression(node)) {
    const { operatorToken: operator, left } = node;
    const joins = operator.kind === K.PlusToken && isText(node);
    if (!joins)
      for (const [kind, text] of operators.get(operator.kind) ?? [])
        add(kind, operator, text, node);
    if (operator.kind === K.QuestionQuestionToken) add('null', node, left.getText());
  } else if (ts.isPrefixUnaryExpression(node) && node.operator === K.ExclamationToken) {
    add('boolean', node, node.operand.getText());
  } else if (node.kind === K.TrueKeyword || node.kind === K.FalseKeyword) {
    add('boolean', node, node.kind === K.TrueKeyword ? 'false' : 'true');
  } else if (ts.isIfStatement(node)) {
    for (const value of ['true', 'false']) add('condition', node.expression, value);
  } else if (ts.isConditionalExpression(node)) {
    for (const value of ['true', 'false']) add('condition', node.condition, value);
  } else if (ts.isReturnStatement(node) && node.expression && !isEmpty(node.expression)) {
    add('return', node.expression, 'null');
  } else if (ts.isArrowFunction(node) && !ts.isBlock(node.body) && !isEmpty(node.body)) {
    add('return', node.body, 'null');
  } else if (ts.isExpressionStatement(node) && isCall(node.expression)) {
    add('call', node, ';', node.expression);
  }
}

const isCall = (node) =>
  ts.isCallExpression(node) || (ts.isAwaitExpression(node) && ts.isCallExpression(node.expression));

const isTypeOnly = (node) =>
  ts.isTypeNode(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isImportDeclaration(node);

/**
 * @param {string} file its path, from the root of the repository
 * @param {string} text
 * @returns {{file: string, line: number, kind: string, start: number, end: number,
 *   around: [number, number], was: string, stands: string, now: string}[]} `around`: the expression it
 *   stands in, `stands`: its text
 */
export function faultsOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const add = (kind, node, now, whole = node) => {
    const [start, end] = [node.getStart(), node.getEnd()];
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    const around = [whole.getStart(), whole.getEnd()];
    const [was, stands] = [text.slice(start, end), text.slice(...around)];
    found.push({ file, line, kind, start, end, around, was, stands, now });
  };
  const walk = (node) => {
    if (isTypeOnly(node)) return;
    faultsAt(node, add);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

/** The text with one fault in it. */
export const planted = (text, { start, end, now }) =>
  `${text.slice(0, start)}${now}${text.slice(end)}`;

const short = (text) => text.replaceAll(/\s+/g, ' ').slice(0, 80);

/**
 * How a fault is named in the table and in the list of equivalent ones, an operator by what it stands in:
 * stays when lines move.
 */
export const nameOf = ({ file, kind, was, stands = was, now }) =>
  `${file} ${kind} ${was === stands ? '' : `${short(stands)}: `}${short(was)} → ${now.slice(0, 40)}`;
