import 'server-only';
import { type SQL, sql } from 'drizzle-orm';

/**
 * Whether a line of the 会籍变化 log makes somebody a member in the figures: 入会, but of a 预备会员 the 转正.
 * Source: domain.md §3.11.
 * @param line how the statement calls `membership_changes`
 */
export const joinedFully = (line: SQL): SQL =>
  sql`((${line}.type = 'joined' and not ${line}.provisional) or ${line}.type = 'confirmed')`;
