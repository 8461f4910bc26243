import { timestamp } from 'drizzle-orm/pg-core';

/** An instant: always with its zone, so that the server's own never matters. */
export const at = (name: string) => timestamp(name, { withTimezone: true });
