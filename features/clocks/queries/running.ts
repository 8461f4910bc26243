import 'server-only';
import { and, isNull, sql } from 'drizzle-orm';
import { clocks } from '@/db/schema/clocks';
import { calendarVersions } from '@/db/schema/kernel';

/** Neither ended nor run out: its day can still move. */
export const clockRuns = and(isNull(clocks.endedAt), isNull(clocks.expiredAt));

/** The version of the table of holidays as it stands; 0 before its first change. */
export const currentVersion = sql`(select coalesce(max(${calendarVersions.version}), 0) from ${calendarVersions})`;
