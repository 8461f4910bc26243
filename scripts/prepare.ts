// Before the first request: settings checked, tables brought up to date, the demo filled with --seed.
import { assertSession } from '@/db/client';
import { migrate } from '@/db/migrate';
import { env } from '@/lib/env';
import { assertPortal } from '@/lib/portal/portal';

try {
  env();
  await migrate();
  await assertSession();
  await assertPortal();
  if (process.argv.includes('--seed')) {
    // Thousands of lines that an ordinary start need not load.
    const { seedDemo } = await import('@/db/seed');
    // The last line is read by scripts/launch/database.mjs.
    console.log(JSON.stringify(await seedDemo()));
  }
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
