// A form's key, its receipt and its rights know a command by the name written at its door, because a
// bundler renames functions. So the name is a literal, and no two commands share one.
import ts from 'typescript';

const doors = new Set(['action', 'jsonRoute']);
const isDoor = ({ file }) =>
  /^features\/[^/]+\/actions(\.ts$|\/)/.test(file) || /^app\/.*\/route\.ts$/.test(file);

/** `{file, holder, kind, name, command}` of each action and JSON route; name is null unless a literal. */
function doorsOf(source) {
  const found = [];
  const visit = (node, holder) => {
    const inside = ts.isVariableDeclaration(node) ? node.name.getText() : holder;
    if (ts.isCallExpression(node) && doors.has(node.expression.getText())) {
      const [name, , command] = node.arguments;
      found.push({
        file: source.file,
        holder: inside,
        kind: node.expression.getText(),
        name: name && ts.isStringLiteral(name) ? name.text : null,
        command: command?.getText(),
      });
    }
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(source.tree, null);
  return found;
}

function badName({ file, holder, kind, name }) {
  if (name === null) return [`${file}: ${holder} must say its name as a literal`];
  return kind === 'action' && holder !== `${name}Action`
    ? [`${file}: ${holder} calls itself ${name}`]
    : [];
}

/** Problems with the names of actions and JSON routes. */
export function checkActionNames(sources) {
  const found = sources.filter(isDoor).flatMap(doorsOf);
  const shared = found.flatMap((one, at) => {
    const same = found.slice(0, at).filter(({ name }) => name !== null && name === one.name);
    // The form and the JSON route of one command share its key: sent by both, it happens once.
    const other = same.find(({ kind, command }) => kind === one.kind || command !== one.command);
    return other ? [`${one.file}: ${one.name} is taken by ${other.file}`] : [];
  });
  return [...found.flatMap(badName), ...shared];
}
