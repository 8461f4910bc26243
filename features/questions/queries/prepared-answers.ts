import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';

export interface Prepared {
  /** The form asks something that is not answered yet. */
  readonly open: boolean;
  /** The sheet with the answers, for the booking to take. */
  readonly sheetId: string | null;
}

interface Wanted {
  readonly offeringId: string;
  readonly sessionId: string;
  readonly accountId: string;
  readonly attendeeId: string;
}

/**
 * Whether the questions of a session are answered for an attendee, in the version that stands now; answers
 * prepared for another session count where no question is limited to some.
 * The answers were judged when they were prepared (features/questions); here only the version counts.
 */
export async function findPrepared(tx: Ctx, wanted: Wanted): Promise<Prepared> {
  const [row] = await tx.db.execute<{ asks: boolean; sheet: string | null; complete: boolean }>(sql`
    select exists (select 1 from questions q
        join question_versions v on v.question_id = q.id and v.version = q.version
        where q.offering_id = f.offering_id and q.retired_at is null
          and (v.session_ids = '{}' or ${wanted.sessionId}::uuid = any (v.session_ids))) as asks,
      s.id as sheet, coalesce(s.complete_version = f.version, false)
        and (s.session_id is not distinct from ${wanted.sessionId}::uuid or not exists (select 1 from questions q
          join question_versions v on v.question_id = q.id and v.version = q.version
          where q.offering_id = f.offering_id and q.retired_at is null and v.session_ids <> '{}')) as complete
    from question_forms f left join answer_sheets s on s.offering_id = f.offering_id
      and s.account_id = ${wanted.accountId}::uuid and s.attendee_id = ${wanted.attendeeId}::uuid
      and s.booking_id is null
    where f.offering_id = ${wanted.offeringId}::uuid`);
  if (!row) return { open: false, sheetId: null };
  return { open: row.asks && !row.complete, sheetId: row.sheet };
}
