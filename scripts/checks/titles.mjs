// Titles of tests read alone: who does what, and when. The describe around a test may be its subject.
import ts from 'typescript';

const conjunction = /^(and|or|nor|but|then|also|so|yet|plus)\b/i;
// "after booking" says when and not who; "of the offering", with what is around it, says neither.
const condition =
  /^(when|while|if|unless|until|once|after|before|during|with|without|in|on|at|by|from|for|of|as|to)\b/i;
const verbs = new Set(
  `accepts adds agrees alarms applies are asks becomes begins believes belongs binds books breaks brings can
  cannot carries closes comes compares counts derives describes does enters fails finds follows forbids
  foresees forgets founds freezes gets gives goes grows has have hides holds ignores invents is judges
  keeps knows lapses lead leads leaves lets lifts loses makes maps may meets moves must never normalises
  opens overbooks owes owns pauses prepares promotes purges reaches reads refuses remembers reminds repeats
  restores reveals round-trips says sees sends serves sorts starts stays stops survives takes tells throws
  undoes waits warns works would writes`.split(/\s+/),
);
// Nouns as well: "names ticked in the roster" has a subject, "names the largest field" has none.
const eitherWay = new Set(
  `answers bars changes checks covers draws drops ends exports filters groups guards hands lists locks looks
  marks masks names needs notices offers passes promises puts queues returns rolls seals searches shows
  signs skips stands steps stores switches tries turns`.split(/\s+/),
);
const object =
  /^(a|an|the|what|who|whom|whose|no|nothing|nobody|each|every|its|their|one|one’s|two|both|all|only|by|why|how|that|up)$/;

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
    if (named) found.push({ title, around });
    const inside = named ? [...around, title] : around;
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(tree, []);
  return found;
}

function beginsWithVerb(title) {
  const [first = '', second = ''] = title.replace(/^[A-Z]\d\d: /, '').split(/[\s,:;]+/);
  return verbs.has(first) || (eitherWay.has(first) && object.test(second));
}
const isSubject = (title) => !condition.test(title) && !beginsWithVerb(title);

/** "and …" has lost its sentence, and a verb stands only where a describe around it says who. */
function reads({ title, around }) {
  if (conjunction.test(title)) return 'begins with a conjunction';
  if (!beginsWithVerb(title)) return null;
  return around.some(isSubject) ? null : 'begins with a verb, and no describe around it says whose';
}

export const checkTitles = (sources) =>
  sources.flatMap((source) =>
    titlesOf(source).flatMap((one) => {
      const problem = reads(one);
      return problem ? [`${source.file}: the title “${one.title}” ${problem}`] : [];
    }),
  );
