import { allocate, fits, leave, type Person, placeOf, type World } from './oracle.test-data';

const tier = (w: World, p: Person) => (w.townFirst && !p.groups.includes('town') ? 2 : 1);

/** What is drawn as one: whoever entered alone, or all of a household where siblings go together. */
function unitsOf(w: World, entrants: readonly Person[]): Person[][] {
  const units = new Map<string, Person[]>();
  for (const p of entrants) {
    const key = w.together ? `h${p.household}` : `p${p.id}`;
    units.set(key, [...(units.get(key) ?? []), p]);
  }
  return [...units.values()];
}

/** Everything that an order must hold whatever its number: nobody left out, tiers, families in one. */
function checked(w: World, entrants: readonly Person[], order: readonly number[]): Person[][] {
  const units = unitsOf(w, entrants);
  const drawn = order.map((id) => units.find((unit) => unit.some((p) => p.id === id)) ?? []);
  const inOrder = drawn.filter((unit, at) => drawn.indexOf(unit) === at);
  const flat = inOrder.flat().map((p) => p.id);
  if (flat.join() !== order.join() || flat.length !== entrants.length) {
    throw new Error(`no order of whole families: ${order.join()} of ${entrants.map((p) => p.id)}`);
  }
  const tiers = inOrder.map((unit) => Math.max(...unit.map((p) => tier(w, p))));
  if (tiers.some((t, at) => t < (tiers[at - 1] ?? 0))) throw new Error('a later tier came first');
  return inOrder;
}

/**
 * The draw by the book, once its order is known: down the order everyone takes a place that is theirs,
 * a family all or none; then the others wait in that order, under the numbers of the entries.
 * @param order ids of the people, first drawn first; empty when nobody took part
 */
export function oracleDraw(w: World, order: readonly number[]): void {
  if (w.draw !== 'entering') return;
  const entered = w.people.filter((p) => p.state === 'entered');
  const entrants = entered.filter((p) => p.eligible).sort((a, b) => a.queueNo - b.queueNo);
  if (entrants.length === 0) return;
  for (const p of entered) if (!p.eligible) leave(p, 'refused');
  const units = checked(w, entrants, order);
  const numbers = entrants.map((p) => p.queueNo);
  w.draw = 'done';
  for (const unit of units) {
    if (w.together && !fits(w, unit)) continue;
    for (const p of unit) {
      p.from = placeOf(w, p);
      if (p.from !== null) p.state = 'booked';
    }
  }
  const lost = units.flat().filter((p) => p.state === 'entered');
  for (const [at, p] of lost.entries()) {
    p.state = 'waiting';
    p.queueNo = numbers[at] ?? 0;
  }
  if (w.together) for (const p of entrants) p.family = p.household;
  allocate(w);
}
