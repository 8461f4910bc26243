import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { APP_ROLE, driverOptions } from '@/db/client';
import * as schema from '@/db/schema';
import { bookPlace } from '@/features/programmes/commands/book-place';
import { bookPlaceInput } from '@/features/programmes/schema/booking';
import type { AccountActor } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
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

/** Books one place and writes down the statements, so that the bare server runs the very same SQL. */
export async function recordBooking(
  person: { account_id: string; person_id: string },
  course: { offeringId: string; sessionId: string },
): Promise<Plan> {
  const batches: Statement[][] = [];
  let open: Statement[] | undefined;
  let listening = false;
  const client = postgres(process.env.DATABASE_URL ?? '', {
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
  await client`select 1`;
  listening = true;
  const actor = {
    kind: 'account',
    accountId: person.account_id,
    personId: person.person_id,
    sessionId: newId(),
    displayName: '甲1',
    assurance: 'sms',
    mode: 'member',
    grants: [],
  } satisfies AccountActor;
  const key = newId();
  const ctx = { ...makeCtx(actor, 'BENCH000'), db: drizzle(client, { schema }) };
  const input = bookPlaceInput.parse({ ...course, who: 'self' });
  const done = await bookPlace({ ...ctx, idempotency: { key, requestHash: 'bench' } }, input);
  if (!done.ok) throw new Error(`the course cannot be booked: ${done.reason}`);
  const rows = await client<{ id: string }[]>`select id from organisations`;
  await client.end();
  const { bookingId: booking, number } = done.value;
  return {
    batches,
    ids: {
      account: actor.accountId,
      person: person.person_id,
      booking,
      session: course.sessionId,
      key,
    },
    number,
    fixed: [course.offeringId, ...rows.map((row) => row.id)],
  };
}
