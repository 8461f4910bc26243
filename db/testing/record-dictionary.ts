import fs from 'node:fs';
import { sqlAsOwner } from '.';

const migration = 'db/migrations/0160_keep_member_records.sql';

/** The dictionary of the 登记表 as the migration fills it; `resetDb` has emptied it. */
export async function theRecordDictionary(): Promise<void> {
  const [filling] = fs
    .readFileSync(migration, 'utf8')
    .split('--> statement-breakpoint')
    .filter((statement) => statement.includes('insert into record_dictionary'));
  if (!filling) throw new Error('the migration has no dictionary');
  await sqlAsOwner().unsafe(filling);
}
