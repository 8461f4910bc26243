// No room is so large that it wants to be two: of the product's lines, tests left out, none holds more
// than a tenth. A room is a folder of features/, a folder of lib/, or one of the others as a whole.
const MOST = 0.1;

const product = /^(app|components|features|lib|db\/(schema|[^/]+\.ts$))/;

/** `features/draws`, `lib/auth`, `lib`, `app/(admin)`, `components/ui`. */
function roomOf(file) {
  const [top, second] = file.split('/');
  const isFolder = file.split('/').length > 2;
  return top !== 'db' && isFolder ? `${top}/${second}` : top;
}

/** Lines of each room, the largest first, and of the whole. */
export function roomSizes(sources) {
  const rooms = new Map();
  let whole = 0;
  for (const { file, lines, isTest } of sources) {
    if (isTest || !product.test(file)) continue;
    rooms.set(roomOf(file), (rooms.get(roomOf(file)) ?? 0) + lines);
    whole += lines;
  }
  return { whole, rooms: [...rooms].sort(([, a], [, b]) => b - a) };
}

/** The rooms that hold more than a tenth. */
export function checkRoomSizes(sources) {
  const { whole, rooms } = roomSizes(sources);
  return rooms
    .filter(([, lines]) => lines > whole * MOST)
    .map(([room, lines]) => {
      const share = ((100 * lines) / whole).toFixed(1);
      return `${room}: ${share} % of the product’s lines, more than ${100 * MOST}; it wants to be two rooms`;
    });
}
