/**
 * The plain oracle of the model tests: who has which place, counted afresh from a list of people after
 * every step. It shares no code with the rules it is compared with.
 */

export type PersonState =
  | 'none'
  | 'entered'
  | 'booked'
  | 'offered'
  | 'waiting'
  | 'refused'
  | 'lapsed'
  | 'cancelled';

export interface Person {
  readonly id: number;
  /** Groups that places may be kept for. */
  readonly groups: readonly string[];
  /** Brothers and sisters have the same. */
  readonly household: number;
  /** Set at the draw for siblings who entered it together. */
  family: number | null;
  eligible: boolean;
  state: PersonState;
  /** The group whose place they have, `open`, or `above` capacity. */
  from: string | null;
  queueNo: number;
}

export interface Group {
  readonly id: string;
  size: number;
  returned: boolean;
}

export interface World {
  capacity: number;
  readonly asks: boolean;
  /** Whether places are drawn, and how far that is. */
  draw: 'none' | 'entering' | 'done';
  /** 同进同退. */
  readonly together: boolean;
  /** Who is of the town comes first in the draw. */
  readonly townFirst: boolean;
  readonly people: Person[];
  readonly groups: Group[];
  nextNo: number;
}

export type Step =
  | { do: 'book' | 'cancel' | 'claim' | 'decline' | 'expire' | 'override' | 'move'; who: number }
  | { do: 'resize'; to: number }
  | { do: 'keep'; group: string; size: number }
  | { do: 'return'; group: string }
  | { do: 'draw'; digits: string };

const has = (p: Person) => p.state === 'booked' || p.state === 'offered';
const holders = (w: World) => w.people.filter((p) => has(p) && p.from !== 'above');
const takenOf = (w: World, group: string) => holders(w).filter((p) => p.from === group).length;

/** Free places that a group still keeps. */
export const keptFree = (w: World, g: Group): number =>
  g.returned ? 0 : g.size - takenOf(w, g.id);

/** Free places that groups still keep. */
export const reservedFree = (w: World): number =>
  w.groups.reduce((sum, g) => sum + keptFree(w, g), 0);
/** People who hold a place within capacity. */
export const taken = (w: World): number => holders(w).length;
/** People who hold a place above capacity. */
export const above = (w: World): number =>
  w.people.filter((p) => has(p) && p.from === 'above').length;
/** Free places for anyone. */
export const open = (w: World): number => w.capacity - taken(w) - reservedFree(w);
/** Who waits, in order. */
export const queue = (w: World): Person[] =>
  w.people.filter((p) => p.state === 'waiting').sort((a, b) => a.queueNo - b.queueNo);

/** The place a person would take: one kept for a group of theirs, else an open one. */
export function placeOf(w: World, p: Person): string | null {
  const own = w.groups.find((g) => p.groups.includes(g.id) && keptFree(w, g) > 0);
  return own?.id ?? (open(w) > 0 ? 'open' : null);
}

/** Whether all of a family who wait could be given a place at once: tried out, then taken back. */
export function fits(w: World, family: readonly Person[]): boolean {
  const before = family.map(({ state, from }) => ({ state, from }));
  const all = family.every((p) => {
    p.from = placeOf(w, p);
    if (p.from !== null) p.state = 'booked';
    return p.from !== null;
  });
  for (const [at, p] of family.entries()) Object.assign(p, before[at]);
  return all;
}

const mates = (w: World, p: Person): Person[] =>
  p.family !== null && w.together ? queue(w).filter((q) => q.family === p.family) : [p];

/** Who waits and may have a place now; a family 同进同退 only as a whole. */
export const nextUp = (w: World): Person | undefined =>
  queue(w).find((p) => placeOf(w, p) !== null && fits(w, mates(w, p)));

/** Everyone in the queue in order, again and again, until nobody can be served. */
export function allocate(w: World): void {
  for (;;) {
    const next = nextUp(w);
    if (!next) return;
    const place = placeOf(w, next);
    next.from = next.eligible ? place : null;
    next.state = next.eligible ? (w.asks ? 'offered' : 'booked') : 'refused';
  }
}

function book(w: World, p: Person): void {
  if (has(p) || p.state === 'waiting' || p.state === 'entered' || !p.eligible) return;
  p.family = null;
  if (w.draw === 'entering') {
    p.state = 'entered';
    p.queueNo = w.nextNo++;
    return;
  }
  const own = w.groups.find((g) => p.groups.includes(g.id) && keptFree(w, g) > 0);
  const place = own?.id ?? (open(w) > 0 && queue(w).length === 0 ? 'open' : null);
  p.state = place ? 'booked' : 'waiting';
  p.from = place;
  if (!place) p.queueNo = w.nextNo++;
}

/** Ends what someone had or waited for. */
export function leave(p: Person, state: PersonState): void {
  p.state = state;
  p.from = null;
  p.family = null;
}

function ofPerson(w: World, step: Extract<Step, { who: number }>): void {
  const p = w.people[step.who];
  if (!p) return;
  const { state } = p;
  if (step.do === 'book') book(w, p);
  if (step.do === 'cancel' && ['booked', 'waiting', 'entered'].includes(state)) {
    leave(p, 'cancelled');
  }
  if (step.do === 'claim' && state === 'offered') {
    if (p.eligible) p.state = 'booked';
    else leave(p, 'refused');
  }
  if (step.do === 'decline' && state === 'offered') leave(p, 'cancelled');
  if (step.do === 'expire' && state === 'offered') leave(p, 'lapsed');
  if (step.do === 'override' && state === 'waiting' && p.eligible) {
    p.state = 'booked';
    p.from = 'above';
  }
  if (step.do === 'move') p.eligible = !p.eligible;
}

function keep(w: World, id: string, size: number): void {
  const g = w.groups.find((group) => group.id === id);
  if (g?.returned) return;
  const before = g?.size ?? 0;
  if (size < (g ? takenOf(w, id) : 0) || size - before > open(w)) return;
  if (g) g.size = size;
  else w.groups.push({ id, size, returned: false });
}

/** One step, by the book. */
export function oracleStep(w: World, step: Step): void {
  if ('who' in step) ofPerson(w, step);
  if (step.do === 'resize' && step.to >= taken(w) + reservedFree(w)) w.capacity = step.to;
  if (step.do === 'keep') keep(w, step.group, step.size);
  const gone = step.do === 'return' && w.groups.find((g) => g.id === step.group);
  if (gone) gone.returned = true;
  // Who has moved away is found out at their turn, not before; nobody is served by the move itself.
  if (step.do !== 'move') allocate(w);
}

/** A small generator whose seed is printed, so that a failing history can be run again. */
export function randomOf(seed: number): (below: number) => number {
  let a = seed >>> 0;
  return (below) => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const groupNames = ['rider', 'town'];

/** A world of random size: capacity, groups and tiers that overlap, households of one to three. */
export function randomWorld(random: (below: number) => number, most: number): World {
  const people: Person[] = [];
  while (people.length < 2 + random(most - 1)) {
    const groups = groupNames.filter(() => random(3) === 0);
    const household = people.length;
    const children = [1, 1, 1, 2, 2, 3][random(6)] ?? 1;
    for (let child = 0; child < children; child++) {
      const who = { id: people.length, groups, household, family: null, eligible: true };
      people.push({ ...who, state: 'none', from: null, queueNo: 0 });
    }
  }
  const draw = random(2) === 0 ? 'entering' : 'none';
  return {
    capacity: 1 + random(6),
    asks: random(3) > 0,
    draw,
    together: random(2) === 0,
    townFirst: random(2) === 0,
    people,
    groups: [],
    nextNo: 1,
  };
}

const verbs = ['book', 'book', 'book', 'cancel', 'claim', 'decline', 'expire'] as const;

/** Any step at any time: most are refused somewhere along the way, as in life. */
export function randomStep(random: (below: number) => number, w: World): Step {
  const who = random(w.people.length);
  const group = groupNames[random(groupNames.length)] ?? 'rider';
  switch (random(12)) {
    case 0:
      return { do: 'resize', to: 1 + random(8) };
    case 1:
      return { do: 'keep', group, size: 1 + random(4) };
    case 2:
      return { do: 'return', group };
    case 3:
      return { do: 'override', who };
    case 4:
      return { do: 'move', who };
    case 5:
      return { do: 'draw', digits: String(random(1000)).padStart(3, '0') };
    default:
      return { do: verbs[random(verbs.length)] ?? 'book', who };
  }
}
