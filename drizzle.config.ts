import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/index.ts',
  out: './db/migrations',
  // The one role is made by db/migrate.ts: roles belong to the cluster, not to a database.
  entities: { roles: false },
  // The folder starts with 0000, and a number sorts better than a timestamp in a review.
  migrations: { prefix: 'index' },
});
