// Before the first request: settings checked, tables brought up to date, the demo filled with --seed.
import { migrate } from '@/db/migrate';
import { seedDemo } from '@/db/seed';
import { env } from '@/lib/env';

try {
  env();
  await migrate();
  // The last line is read by scripts/launch/database.mjs.
  if (process.argv.includes('--seed')) console.log(JSON.stringify(await seedDemo()));
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
