// An empty database takes every migration, twice; and the tables in code need no further one.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { asWritten, run } from '../launch/children.mjs';
import { root } from '../launch/install.mjs';
import { makeSecrets } from '../launch/secrets.mjs';

async function withDatabase(work) {
  const name = `lx_run_${process.pid}_empty`;
  const server = process.env.TEST_PG_URL;
  const sql = postgres(server, { max: 1, onnotice() {} });
  try {
    await sql.unsafe(`drop database if exists ${name} with (force)`);
    await sql.unsafe(`create database ${name}`);
    await work(Object.assign(new URL(server), { pathname: `/${name}` }).href);
  } finally {
    await sql.unsafe(`drop database if exists ${name} with (force)`);
    await sql.end();
  }
}

const secrets = makeSecrets();
const migrate = (url) =>
  run(asWritten('db/testing/migrate.ts'), {
    ...process.env,
    ...secrets,
    DATABASE_URL: url,
    LIANXIN_DEMO: '1',
  });
const sqlFiles = (folder) => fs.readdirSync(folder).filter((file) => file.endsWith('.sql'));

/** The SQL that drizzle-kit would still write, into a copy, so that a check never changes the tree. */
export function missingMigration() {
  const copy = path.join('.data', `drift-${process.pid}`);
  fs.cpSync(path.join(root, 'db', 'migrations'), path.join(root, copy), { recursive: true });
  try {
    const before = sqlFiles(path.join(root, copy)).length;
    const tool = path.join('node_modules', 'drizzle-kit', 'bin.cjs');
    const flags = ['--dialect', 'postgresql', '--schema', './db/schema/index.ts', '--out', copy];
    const done = spawnSync(process.execPath, [tool, 'generate', ...flags], {
      cwd: root,
      encoding: 'utf8',
    });
    if (done.status !== 0) return `${done.stdout}${done.stderr}`;
    const added = sqlFiles(path.join(root, copy)).sort().slice(before);
    return added.map((file) => fs.readFileSync(path.join(root, copy, file), 'utf8')).join('\n');
  } finally {
    fs.rmSync(path.join(root, copy), { recursive: true, force: true });
  }
}

export async function checkMigrations() {
  await withDatabase(async (url) => {
    await migrate(url);
    await migrate(url);
  });
  const missing = missingMigration();
  if (!missing) return { passed: 3, failed: 0 };
  console.error(`db/schema and db/migrations differ; npm run db:generate would write:\n${missing}`);
  return { passed: 2, failed: 1 };
}
