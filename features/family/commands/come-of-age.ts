import 'server-only';
import { and, isNull, lte } from 'drizzle-orm';
import { childBirth, children } from '@/db/schema/family';
import { recordAudit } from '@/lib/audit';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { sweep } from '@/lib/jobs/sweep';
import { read, transaction } from '@/lib/transaction';
import { hasComeOfAge } from '../rules/children';
import { endChildhood } from '../steps/end-childhood';

/** Starting school at ten or earlier, nobody is of age before this many school years have passed. */
const SCHOOL_YEARS = 8;

/**
 * Ends the guardianships of everyone who is 18 today (民法典 17): the guardians find nothing of them any
 * more, and what was agreed to on their behalf is theirs to keep or to take back, with the account that
 * their own document belongs to. Run daily, as the system.
 * One whose record cannot be opened is logged and keeps nobody else waiting.
 * @open the system alone
 * @returns how many came of age
 */
export async function comeOfAge(ctx: Ctx): Promise<number> {
  const { today, candidates } = await read(ctx, async (tx) => {
    const today = todayOn(tx.now);
    const entered = Number(today.slice(0, 4)) - SCHOOL_YEARS;
    const candidates = await tx.db
      .select({ id: children.id, birthSealed: children.birthSealed })
      .from(children)
      .where(
        and(
          isNull(children.removedAt),
          isNull(children.cameOfAgeAt),
          lte(children.schoolEntryYear, entered),
        ),
      );
    return { today, candidates };
  });
  let grown = 0;
  await sweep('come_of_age', candidates, async ({ id, birthSealed }) => {
    if (!hasComeOfAge(openField(birthSealed, childBirth(id)), today)) return;
    await transaction(ctx, async (tx) => {
      await endChildhood(tx, id);
      await recordAudit(tx, { action: 'come_of_age', entityType: 'child', entityId: id });
    });
    grown += 1;
  });
  return grown;
}
