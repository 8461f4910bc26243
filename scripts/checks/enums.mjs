// A list of values that a column may take stands once, in db/schema/enums.ts; rules, inputs and tables
// read it there. A second one of the same members drifts with the first change.
import ts from 'typescript';

const home = 'db/schema/enums.ts';
const least = 3;

const literals = (nodes) => {
  const all = nodes.map((node) => (ts.isLiteralTypeNode(node) ? node.literal : node));
  return all.every(ts.isStringLiteral) ? all.map(({ text }) => text) : [];
};

/** Every list of strings in a source, as an array or a union: its members and what stands around it. */
function listsOf({ tree }) {
  const found = [];
  const visit = (node) => {
    const members = ts.isArrayLiteralExpression(node)
      ? literals([...node.elements])
      : ts.isUnionTypeNode(node)
        ? literals([...node.types])
        : [];
    if (members.length >= least) found.push({ node, members });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const keyOf = (members) => [...members].sort().join('|');
const isColumn = ({ parent }) =>
  ts.isPropertyAssignment(parent) && parent.name.getText() === 'enum';

const nameOf = ({ node }) => {
  let at = node;
  while (at && !ts.isVariableDeclaration(at)) at = at.parent;
  return at?.name.getText() ?? 'a list';
};

/** No second list beside db/schema/enums.ts, and no list of a column in its table. */
export function checkEnums(sources) {
  const owner = sources.find(({ file }) => file === home);
  const known = new Map(
    (owner ? listsOf(owner) : []).map((list) => [keyOf(list.members), nameOf(list)]),
  );
  return sources
    .filter(
      ({ file, isTest }) =>
        !isTest && file !== home && /^(app|db\/schema|features|lib|components)\//.test(file),
    )
    .flatMap((source) =>
      listsOf(source).flatMap(({ node, members }) => {
        const twice = known.get(keyOf(members));
        if (twice) return [`${source.file}: repeats ${twice} of ${home}`];
        return source.file.startsWith('db/schema/') && isColumn(node)
          ? [`${source.file}: lists ${members.join(', ')}; what a column may be stands in ${home}`]
          : [];
      }),
    );
}
