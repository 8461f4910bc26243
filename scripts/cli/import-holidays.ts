import fs from 'node:fs';
import { sql } from 'drizzle-orm';
import { holidays } from '@/db/schema/kernel';
import { recountDeadlines } from '@/features/configuration/steps/recount-deadlines';
import { recordAudit } from '@/lib/audit';
import { atTheServer } from './at-the-server';

interface Row {
  on: string;
  kind: 'off' | 'work';
  name: string;
}

const line = /^(\d{4}-\d{2}-\d{2}),(off|work),(.{1,40})$/;

/** Reads `2027-01-01,off,元旦` lines; every wrong line is named, and then nothing is imported. */
export function parseHolidays(text: string): Row[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((one) => one.trim() !== '');
  const wrong = lines.filter((one) => !line.test(one.trim()));
  if (wrong.length > 0) throw new Error(`这些行不正确，没有导入任何内容：\n${wrong.join('\n')}`);
  return lines.map((one) => {
    const [on = '', kind, ...name] = one.trim().split(',');
    return { on, kind: kind === 'work' ? 'work' : 'off', name: name.join(',') };
  });
}

/** Puts a year's notice of the State Council (放假调休) into the holiday table; same days are replaced. */
export async function importHolidays([file]: string[]): Promise<void> {
  if (!file) throw new Error('请给出文件：npm run cli -- holiday:import 2027.csv');
  const rows = parseHolidays(fs.readFileSync(file, 'utf8'));
  if (rows.length === 0) throw new Error('文件是空的');
  await atTheServer(async (tx) => {
    await tx.db
      .insert(holidays)
      .values(rows)
      .onConflictDoUpdate({
        target: holidays.on,
        set: { kind: sql`excluded.kind`, name: sql`excluded.name` },
      });
    await recordAudit(tx, {
      action: 'import_holidays',
      entityType: 'holidays',
      entityId: rows[0]?.on.slice(0, 4) ?? '',
      after: { days: rows.length },
    });
    await recountDeadlines(tx);
  });
  console.log(`已导入 ${rows.length} 天。`);
}
