import { beforeAll, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aTree } from '@/db/factories/organisations';
import { memberships } from '@/db/schema/membership';
import { resetDb } from '@/db/testing';
import { type Actor, anonymous } from './actor';
import { makeCtx } from './ctx';
import { newId } from './ids';
import { refuse } from './result';
import { read, transaction } from './transaction';

// Before the pool opens: two connections, so that every one of them serves both unions in turn.
process.env.DATABASE_POOL = '2';
// A thousand at once: the last one's turn comes late.
process.env.DATABASE_STATEMENT_MS = '60000';

const REQUESTS = 1000;

interface Side {
  organisationId: string;
  actors: Actor[];
}
let sides: Side[];

beforeAll(async () => {
  await resetDb();
  sides = await arrange(async (tx) => {
    const tree = await aTree(tx);
    const made: Side[] = [];
    for (const { id } of [tree.union, tree.otherUnion]) {
      const member = await aMember(tx, { organisationId: id });
      await aMember(tx, { organisationId: id });
      const { actor } = await anOfficer(tx, 'union_admin', id);
      made.push({ organisationId: id, actors: [actor, actorOf(member)] });
    }
    return made;
  });
});

type Seen = string[] | 'refused' | 'failed';

/** One request in four ends in an error inside its transaction, one in four in a refusal. */
function request(n: number, actor: Actor): Promise<Seen> {
  const look = async (tx: { db: ReturnType<typeof makeCtx>['db'] }) =>
    (await tx.db.select({ at: memberships.organisationId }).from(memberships)).map((row) => row.at);
  if (n % 4 === 1) {
    return transaction(as(actor), async (tx): Promise<Seen> => {
      await look(tx);
      throw new Error(`on purpose ${newId()}`);
    }).catch(() => 'failed' as const);
  }
  if (n % 4 === 2) {
    return transaction(as(actor), async (tx) => {
      await look(tx);
      return refuse('on_purpose');
    }).then(() => 'refused' as const);
  }
  return n % 4 === 3 ? read(as(actor), look) : transaction(as(actor), look);
}

describe('1,000 requests of two unions over two connections (Z21)', () => {
  it('never show a row of the other one, whatever failed just before', async () => {
    const answers = await Promise.all(
      Array.from({ length: REQUESTS }, async (_, n) => {
        const side = sides[n % 2];
        const actor = side?.actors[Math.floor(n / 2) % 2];
        if (!side || !actor) throw new Error('nobody to ask');
        // Now and then somebody asks without saying who: the connection must have forgotten the last one.
        if (n % 10 === 0) {
          const stray = await makeCtx(anonymous).db.select().from(memberships);
          expect(stray).toEqual([]);
        }
        return { own: side.organisationId, seen: await request(Math.floor(n / 4), actor) };
      }),
    );
    const foreign = answers.filter(
      ({ own, seen }) => Array.isArray(seen) && seen.some((at) => at !== own),
    );
    expect(foreign).toEqual([]);
    const seen = (what: (one: Seen) => boolean) => answers.filter((a) => what(a.seen)).length;
    expect(seen((one) => Array.isArray(one) && one.length > 0)).toBeGreaterThan(REQUESTS / 3);
    expect(seen((one) => one === 'failed')).toBeGreaterThan(REQUESTS / 5);
    expect(seen((one) => one === 'refused')).toBeGreaterThan(REQUESTS / 5);
  }, 120_000);

  it('would, if the actor were told to the connection instead of the transaction', async () => {
    const [first] = sides;
    const db = makeCtx(anonymous).db;
    const tell = (id: string | undefined) =>
      db.execute(`select set_config('app.grants', '${id}', false)`);
    await Promise.all([tell(first?.organisationId), tell(first?.organisationId)]);
    const rows = await db.select({ at: memberships.organisationId }).from(memberships);
    expect(rows.map((row) => row.at)).toContain(first?.organisationId);
  });
});
