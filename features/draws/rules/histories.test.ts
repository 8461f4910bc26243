import { describe, expect, it } from 'vitest';
import { seatsLeft } from '@/features/offerings/rules/offering';
import {
  type Availability,
  freeCarveOut,
  leastCapacity,
  releaseCarveOut,
  releasePlace,
  resizeReserved,
  takePlace,
} from '@/features/places/rules/availability';
import { ledgerOf, sumLedgers } from '@/features/places/rules/ledger';
import {
  above,
  keptFree,
  nextUp,
  open,
  oracleStep,
  type Person,
  queue,
  randomOf,
  randomStep,
  randomWorld,
  reservedFree,
  type Step,
  taken,
  type World,
} from '@/features/places/rules/oracle.test-data';
import { oracleDraw } from '@/features/places/rules/oracle-draw.test-data';
import { grantPlace } from '@/features/places/rules/places';
import { nextInQueue } from '@/features/places/rules/queue';
import { seedOf } from '@/lib/testing/seed';
import { draw } from './draw';
import { entryGranted } from './entering';
import { type ListedEntry, listText } from './list';
import { outcomesOf } from './outcomes';
import { reservedOf } from './reserved';
import { stockAfter } from './stock-after';
import { tierOf } from './tiers';

const SEED = seedOf(process.env.SEED);
const HISTORIES = Number(process.env.HISTORIES) || 10_000;
const STEPS = 40;
const never = new Date('2030-01-01T00:00:00Z');
const terms = { needsApproval: false, waitlistMax: undefined };

type Status =
  | 'none'
  | 'entered'
  | 'booked'
  | 'offered'
  | 'waitlisted'
  | 'refused'
  | 'lapsed'
  | 'cancelled';
interface Booking {
  status: Status;
  carveOutId: string | null;
  isOverride: boolean;
  queueNo: number;
  household: string | null;
}
const nothing = { carveOutId: null, isOverride: false, queueNo: 0, household: null } as const;
const fresh = (): Booking => ({ status: 'none', ...nothing });
const noCriteria = { newFormOnly: false, occupations: [], organisationIds: [] };
const townTier = { key: 'town', label: '镇', claim: true, criteria: noCriteria, points: undefined };

/** The rules of the system, put together as the commands put them together, over rows in memory. */
class Service {
  stock: Availability;
  readonly rows: Booking[];
  /** Entries are taken, and nothing is drawn yet. */
  private isOpen: boolean;
  constructor(
    private readonly world: World,
    private readonly people: readonly Person[],
  ) {
    const { capacity } = world;
    const places = { capacity, taken: 0, waiting: 0, queueNext: 1, reserved: 0, overridden: 0 };
    this.stock = { places, carveOuts: [] };
    this.rows = people.map(fresh);
    this.isOpen = world.draw === 'entering';
  }

  private end(row: Booking, status: Status): void {
    if (row.status !== 'none')
      this.stock = releasePlace(this.stock, { ...row, status: row.status });
    row.status = status;
    this.passOn();
  }

  waiting() {
    return this.people
      .map((p) => ({ id: String(p.id), groups: p.groups, row: this.rows[p.id] ?? fresh() }))
      .map((w) => ({ ...w, household: this.world.together ? w.row.household : null }))
      .filter((w) => w.row.status === 'waitlisted')
      .sort((a, b) => a.row.queueNo - b.row.queueNo);
  }

  passOn(): void {
    for (;;) {
      const line = this.waiting();
      const next = nextInQueue(this.stock, line);
      const row = line.find((w) => w.id === next?.id)?.row;
      if (!next || !row) return;
      this.stock = releasePlace(this.stock, { ...row, status: 'waitlisted' });
      if (!this.people[Number(next.id)]?.eligible) row.status = 'refused';
      else {
        this.stock = takePlace(this.stock, next.carveOutId);
        row.status = this.world.asks ? 'offered' : 'booked';
        row.carveOutId = next.carveOutId;
      }
    }
  }

  private book(p: Person, row: Booking): void {
    const active = ['entered', 'booked', 'offered', 'waitlisted'].includes(row.status);
    if (active || !p.eligible) return;
    row.household = null;
    if (this.isOpen) {
      const { places, entryNo } = entryGranted(this.stock.places);
      this.stock = { ...this.stock, places };
      Object.assign(row, { ...nothing, status: 'entered', queueNo: entryNo });
      return;
    }
    const groupId = freeCarveOut(this.stock, p.groups);
    const granted = grantPlace(this.stock.places, terms, groupId);
    if (granted === 'full') return;
    if (groupId) this.stock = takePlace(this.stock, groupId);
    this.stock = { ...this.stock, places: granted.places };
    row.status = granted.status === 'waitlisted' ? 'waitlisted' : 'booked';
    row.carveOutId = granted.carveOutId;
    row.isOverride = false;
    row.queueNo = granted.queueNo ?? 0;
  }

  /** Freezing, drawing and giving out, as `freezeDraw` and `runDraw` do it. Ids in the drawn order. */
  async draw(digits: string): Promise<number[]> {
    const { together, townFirst } = this.world;
    const entered = this.people.filter((p) => this.rows[p.id]?.status === 'entered');
    const entrants = entered.filter((p) => p.eligible);
    if (!this.isOpen || entrants.length === 0) return [];
    for (const p of entered) if (!p.eligible) this.end(this.rows[p.id] ?? fresh(), 'refused');
    const reserved = reservedOf(
      this.stock.carveOuts.map((c) => ({ ...c, returnsAt: null })),
      null,
      never,
    );
    const lettersOf = (p: Person) =>
      reserved.filter((r) => p.groups.includes(r.id)).map((r) => r.letter);
    const byNo = new Map(entrants.map((p) => [this.rows[p.id]?.queueNo ?? 0, p]));
    const entries = [...byNo].map(([no, p]): ListedEntry => {
      const verified = p.groups.includes('town') ? ['town'] : [];
      const household = together ? `f${p.household}` : null;
      const tier = tierOf(townFirst ? [townTier] : [], null, verified);
      return { no, tier, weight: 1, groups: lettersOf(p).join(''), household, digest: 'd' };
    });
    const open = seatsLeft(this.stock.places);
    const siblings = together ? 'together' : 'none';
    const list = { session: 's', open, reserved, siblings, waiting: null, entries } as const;
    const { results } = await draw(listText({ ...list, seed: 'lottery' }), `2026153:${digits}`);
    const about = { needsApproval: false, reserved, returned: new Set<string>() };
    const drawn = outcomesOf(results, { ...about, ineligible: new Map() });
    this.isOpen = false;
    for (const { no, status, carveOutId, queueNo } of drawn) {
      const p = byNo.get(no);
      const row = p && this.rows[p.id];
      const household = together ? `f${p?.household}` : null;
      if (row) Object.assign(row, { status, carveOutId, queueNo, household });
    }
    this.stock = stockAfter(this.stock, drawn, reserved, never);
    return drawn.map(({ no }) => byNo.get(no)?.id ?? -1);
  }

  private override(p: Person, row: Booking): void {
    if (row.status !== 'waitlisted' || !p.eligible) return;
    const { places } = releasePlace(this.stock, { ...row, status: 'waitlisted' });
    this.stock = { ...this.stock, places: { ...places, overridden: places.overridden + 1 } };
    Object.assign(row, { status: 'booked', isOverride: true, carveOutId: null });
  }

  private keep(id: string, capacity: number): void {
    const before = this.stock.carveOuts.find((c) => c.id === id);
    if (before?.returnedAt) return;
    const row = before ?? { id, capacity: 0, taken: 0, returnedAt: null };
    const resized = resizeReserved(this.stock, row, capacity);
    if (!resized.ok) return;
    const carveOuts = before
      ? this.stock.carveOuts.map((c) => (c.id === id ? { ...c, capacity } : c))
      : [...this.stock.carveOuts, { ...row, capacity }];
    this.stock = { places: resized.places, carveOuts };
  }

  step(step: Step): void {
    const p = 'who' in step ? this.people[step.who] : undefined;
    const row = p && this.rows[p.id];
    if (p && row) {
      if (step.do === 'book') this.book(p, row);
      const ends = ['booked', 'waitlisted', 'entered'].includes(row.status);
      if (step.do === 'cancel' && ends) this.end(row, 'cancelled');
      else if (step.do === 'decline' && row.status === 'offered') this.end(row, 'cancelled');
      else if (step.do === 'expire' && row.status === 'offered') this.end(row, 'lapsed');
      else if (step.do === 'claim' && row.status === 'offered') {
        if (p.eligible) row.status = 'booked';
        else this.end(row, 'refused');
      } else if (step.do === 'override') this.override(p, row);
    }
    const { places } = this.stock;
    if (step.do === 'resize' && step.to >= leastCapacity(places)) {
      this.stock = { ...this.stock, places: { ...places, capacity: step.to } };
    }
    if (step.do === 'keep') this.keep(step.group, step.size);
    if (step.do === 'return') this.stock = releaseCarveOut(this.stock, step.group, never);
    if (step.do !== 'move') this.passOn();
  }
}

const shown = (p: Person): Status => (p.state === 'waiting' ? 'waitlisted' : p.state);

/** What must hold after each step, in the oracle's own numbers and in the rows of the service. */
function check(service: Service, w: World): void {
  const { places, carveOuts } = service.stock;
  expect(service.rows.map((r) => r.status)).toEqual(w.people.map(shown));
  expect(places).toMatchObject({
    capacity: w.capacity,
    taken: taken(w),
    waiting: queue(w).length,
    reserved: reservedFree(w),
    overridden: above(w),
  });
  expect(places.taken + places.reserved).toBeLessThanOrEqual(places.capacity);
  expect(seatsLeft(places)).toBe(open(w));
  for (const g of w.groups) {
    const c = carveOuts.find((k) => k.id === g.id);
    expect(c?.returnedAt ? 0 : (c?.capacity ?? 0) - (c?.taken ?? 0)).toBe(keptFree(w, g));
  }
  expect(nextUp(w), 'a place is free while someone who may have it waits').toBeUndefined();
  expect(nextInQueue(service.stock, service.waiting())).toBeNull();
  const counts: Record<string, number> = {};
  for (const row of service.rows) {
    if (!row.isOverride || row.status !== 'booked') {
      counts[row.status] = (counts[row.status] ?? 0) + 1;
    }
  }
  const named = carveOuts.map((c) => ({ ...c, label: c.id, returnsAt: null }));
  const ledger = ledgerOf({ places, counts, firstOfferEnds: never, carveOuts: named }, never);
  expect(ledger.rows.reduce((sum, row) => sum + row.count, 0)).toBe(places.capacity);
  expect(ledger.rows.at(-1)?.count).toBe(open(w));
  expect(sumLedgers([ledger, ledger]).rows.at(-1)?.count).toBe(2 * open(w));
}

async function run(seed: number): Promise<void> {
  const random = randomOf(seed);
  const world = randomWorld(random, 12);
  const service = new Service(world, world.people);
  const history: Step[] = [];
  for (let i = 0; i < STEPS; i++) {
    const step = randomStep(random, world);
    history.push(step);
    try {
      const order = step.do === 'draw' ? await service.draw(step.digits) : [];
      service.step(step);
      if (step.do === 'draw') oracleDraw(world, order);
      oracleStep(world, step);
      check(service, world);
    } catch (error) {
      const steps = history.map((s) => JSON.stringify(s)).join('\n');
      throw new Error(`SEED=${seed} HISTORIES=1, after step ${i + 1}:\n${steps}`, { cause: error });
    }
  }
}

describe('places, draws, offers, carve-outs, overrides and families', () => {
  it(`keep every promise over ${HISTORIES} random histories (SEED=${SEED})`, async () => {
    for (let i = 0; i < HISTORIES; i++) await run(SEED + i);
  }, 1_200_000);
});
