import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { APP_ROLE, driverOptions, loginUrl } from '@/db/client';
import { preparing } from '@/db/preparing';
import * as schema from '@/db/schema';
import { bookPlace } from '@/features/enrolment/commands/book-place';
import { bookPlaceInput } from '@/features/enrolment/schema/booking';
import type { AccountActor } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { withKey } from '@/lib/idempotency';
import { newId } from '@/lib/ids';

export interface Statement {
  readonly text: string;
  readonly params: readonly unknown[];
}

/** One booking as the database saw it: what was sent together, in order, and whose values it held. */
export interface Plan {
  readonly batches: readonly (readonly Statement[])[];
  readonly ids: Readonly<Record<'account' | 'person' | 'booking' | 'session' | 'key', string>>;
  readonly number: string;
  /** Ids that stay as they are, e.g. the organiser's. */
  readonly fixed: readonly string[];
}

const control = /^\s*(begin|commit|rollback|savepoint)/i;

interface Person {
  readonly account_id: string;
  readonly person_id: string;
}

const actorOf = (person: Person): AccountActor => ({
  kind: 'account',
  accountId: person.account_id,
  personId: person.person_id,
  sessionId: newId(),
  displayName: '甲1',
  assurance: 'sms',
  mode: 'member',
  grants: [],
});

/** The driver as the application has it, with an ear on what it sends once `listen` was called. */
function overheard() {
  const batches: Statement[][] = [];
  let open: Statement[] | undefined;
  let listening = false;
  const client = postgres(loginUrl(), {
    ...driverOptions,
    max: 1,
    connection: { role: APP_ROLE },
    debug: (_connection, text, params) => {
      if (!listening || control.test(text)) return;
      // What is sent before the event loop turns goes out together, without waiting for answers.
      if (!open) {
        open = [];
        batches.push(open);
        setImmediate(() => {
          open = undefined;
        });
      }
      open.push({ text, params: [...params] });
    },
  });
  const listen = () => {
    listening = true;
  };
  return { client, db: drizzle(preparing(client), { schema }), batches, listen };
}

/**
 * Books a place for each of two people and writes down the second booking's statements, so that the bare
 * server runs the very same SQL. The first one prepares them: only then does the driver send in batches.
 */
export async function recordBooking(
  [first, second]: readonly [Person, Person],
  course: { offeringId: string; sessionId: string },
): Promise<Plan> {
  const { client, db, batches, listen } = overheard();
  const input = bookPlaceInput.parse({ ...course, who: 'self' });
  const book = async (person: Person, key: string) => {
    const ctx = { ...makeCtx(actorOf(person), 'BENCH000'), db };
    const done = await bookPlace(
      withKey(ctx, key, { name: 'bench', input, fields: ['bookingId'] }),
      input,
    );
    if (!done.ok) throw new Error(`the course cannot be booked: ${done.reason}`);
    return done.value;
  };
  await book(first, newId());
  listen();
  const key = newId();
  const { bookingId: booking, number } = await book(second, key);
  const recorded = batches.slice();
  const rows = await client<{ id: string }[]>`select id from organisations`;
  await client.end();
  return {
    batches: recorded,
    ids: {
      account: second.account_id,
      person: second.person_id,
      booking,
      session: course.sessionId,
      key,
    },
    number,
    fixed: [course.offeringId, ...rows.map((row) => row.id)],
  };
}
