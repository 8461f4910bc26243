// Tables brought up to date before anything is served, or found to be so by one look.
import fs from 'node:fs';
import path from 'node:path';
import { isPrepared, markOf } from '../../db/prepared.mjs';
import { asBundled, bundleSum } from './bundle.mjs';
import { run } from './children.mjs';
import { root } from './install.mjs';

const journal = path.join(root, 'db', 'migrations', 'meta', '_journal.json');

/** What the bundles leave a database as; sources run as they are written change too often to be known by a sum. */
const markFor = (as, env) =>
  as === asBundled ? markOf(env, bundleSum() + fs.readFileSync(journal, 'utf8')) : undefined;

/** Runs the preparation in a process of its own; its output is returned. */
export const prepare = (as, env, ...flags) =>
  run([...as('scripts/prepare.ts'), ...flags], {
    ...env,
    LIANXIN_PREPARED: markFor(as, env) ?? '',
    // Seeding writes thousands of rows at once, which no request does.
    DATABASE_STATEMENT_MS: '60000',
  });

/** Whether nothing is left to prepare. A database that cannot be asked is left to the preparation to explain. */
export async function needsNothing(as, env) {
  const mark = markFor(as, env);
  if (!mark) return false;
  const { default: postgres } = await import('postgres');
  const sql = postgres(env.DATABASE_URL, { max: 1, connect_timeout: 3, onnotice() {} });
  return isPrepared(sql, env, mark)
    .catch(() => false)
    .finally(() => sql.end({ timeout: 1 }));
}
