import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { APP_ROLE, loginUrl } from './client';
import * as schema from './schema';

/** The same database through a connection that writes down what is sent. */
export function counting() {
  const sent: string[] = [];
  const client = postgres(loginUrl(), {
    max: 1,
    connection: { role: APP_ROLE },
    debug: (_, query) => sent.push(query),
  });
  return { db: drizzle(client, { schema }), statements: () => sent, close: () => client.end() };
}
