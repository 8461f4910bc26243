// A name is exported once in the product, so that whoever searches for it finds the one thing it means;
// and a word that once meant several things names the one that is left to it.
import ts from 'typescript';
import { exported } from './sources.mjs';

/** Each room has one of these, and lists are made of them. */
const oneARoom = new Set(['*', 'personalData']);
const product = /^(features|lib|components|db\/schema)\//;
const test = /\.test(-helpers|-data)?\.tsx?$/;

/** @returns a problem for every file after the first that exports a name */
export function checkNames(all) {
  const first = new Map();
  return all
    .filter(({ file }) => product.test(file) && !test.test(file))
    .flatMap((source) =>
      [...new Set(exported(source).map(({ name }) => name))]
        .filter((name) => !oneARoom.has(name))
        .flatMap((name) => {
          const before = first.get(name);
          first.set(name, before ?? source.file);
          return before
            ? [`${source.file}: exports ${name} as ${before} does; call one of them what it is`]
            : [];
        }),
    );
}

/** What to say instead, and where the word stands for its one meaning or names what is stored or posted. */
const homonyms = new Map([
  [
    'held',
    {
      say: 'locked, reserved, granted or booked; held is a class meeting that took place',
      where:
        /^(features\/(attendance|training|eligibility)\/|db\/(schema|seed)\/attendance|features\/conditions\/(actions|commands\/change-rules|rules\/rules-saved)\.)/,
    },
  ],
  [
    'told',
    {
      say: 'notified, shown or received',
      where:
        /^features\/(childcare\/(commands\/record-incident|rules\/incident|schema\/class)|corrections\/(schema|commands\/apply-correction)|(questions|scheduling)\/commands\/[a-z-]+)\./,
    },
  ],
  [
    'kept',
    {
      say: 'stored, reserved, restored or retention',
      where: /^features\/conditions\/rules\/rules-saved\./,
    },
  ],
  ['standing', { say: 'status, progress, attendance or context' }],
  ['barred', { say: 'ineligible, refusal or blockedReason' }],
  ['judged', { say: 'evaluated or decided' }],
]);

const names = [
  ts.isVariableDeclaration,
  ts.isBindingElement,
  ts.isParameter,
  ts.isFunctionDeclaration,
  ts.isPropertySignature,
  ts.isPropertyAssignment,
  ts.isShorthandPropertyAssignment,
];

/** Names that a file gives: of values, parameters, functions and fields. */
function given(tree) {
  const found = new Set();
  const visit = (node) => {
    if (names.some((is) => is(node)) && node.name && ts.isIdentifier(node.name))
      found.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return [...found];
}

/** @returns a problem for every file that gives a word of several meanings as a name */
export function checkHomonyms(all) {
  return all
    .filter(({ file }) => !/^e2e\//.test(file) && !test.test(file))
    .flatMap(({ file, tree }) =>
      given(tree)
        .filter((name) => homonyms.has(name) && !homonyms.get(name).where?.test(file))
        .map((name) => `${file}: ${name} has meant too much; say ${homonyms.get(name).say}`),
    );
}
