import { sql } from 'drizzle-orm';
import { termEndsOn } from '@/features/offices/rules/term';
import type { Ctx } from '@/lib/ctx';
import { addDays, addMonths, todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { unionCertificates, unionOffices, unionTerms } from '../schema/offices';
import { insertAll } from './insert';

/** Months until the end of the term, union by union in the order of the tree; the first is over. */
const ends = [-1, 0, 2, 5, 11, 20, 30];

const seated = [
  ['committee', 'chair', '梁守正'],
  ['committee', 'member', '韦冬至'],
  ['committee', 'member', '覃立夏'],
  ['audit', 'chair', '李晚晴'],
  ['women', 'chair', '农白露'],
] as const;

/** Terms, office holders and certificates of some unions, so that some end soon. */
export async function seedOffices(tx: Ctx): Promise<void> {
  const today = todayOn(tx.now);
  const unions = await tx.db.execute<{ id: string }>(sql`
    select id from organisations where kind in ('grassroots_union', 'joint_union') and closed_at is null
    order by sort_key, id limit ${ends.length}`);
  const recordedAt = tx.now;
  const terms = unions.map(({ id: organisationId }, at) => {
    const beganOn = addMonths(addDays(today, 12), (ends[at] ?? 0) - 36);
    const documentNo = `工批〔${beganOn.slice(0, 4)}〕${at + 3}号`;
    return {
      ...{ id: newId(), organisationId, ordinal: 1, beganOn, years: 3 as const, documentNo },
      ...{ endsOn: termEndsOn(beganOn, 3), recordedAt },
    };
  });
  await insertAll(tx, unionTerms, terms);
  await insertAll(
    tx,
    unionOffices,
    terms.flatMap(({ id: termId, organisationId, beganOn: fromOn, documentNo }) =>
      seated.map(([body, post, name]) => ({
        ...{ id: newId(), organisationId, termId, body, post, name, fromOn, documentNo },
        recordedAt,
      })),
    ),
  );
  await insertAll(
    tx,
    unionCertificates,
    terms.map(({ organisationId, beganOn, endsOn }, at) => ({
      ...{ id: newId(), organisationId, number: `工法证字第 ${1000 + at} 号` },
      ...{ issuedOn: addDays(beganOn, 40), validTo: endsOn, recordedAt },
    })),
  );
}
