import { sql } from 'drizzle-orm';
import type { FoundingStep } from '@/features/founding/rules/steps';
import type { Ctx } from '@/lib/ctx';
import { addDays, todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import {
  foundingActions,
  foundingCandidates,
  foundingEmployers,
  foundings,
} from '../schema/foundings';
import { invented } from './federation';
import { insertAll } from './insert';

const { story } = invented;
const MEMBERS = 26;
const STAFF = 41;

const named = [
  ['梁守正', 'chair'],
  ['覃立夏', 'vice_chair'],
  ['韦冬至', 'member'],
  ['李晚晴', 'member'],
] as const;

/** One union under way in the story's town: its candidates are reported, the assembly comes next. */
export async function seedFoundings(tx: Ctx, idOf: (name: string) => string): Promise<void> {
  const today = todayOn(tx.now);
  const town = idOf(`${story.town}总工会`);
  const [firm] = await tx.db.execute<{ id: string; name: string }>(sql`
    select e.id, e.name from register_entries r join employers e on e.id = r.employer_id
    where r.place_id = ${town}::uuid and e.union_id is null order by r.next_visit_on nulls first, e.id limit 1`);
  if (!firm) return;
  await tx.db.execute(sql`update employers set staff_count = ${STAFF} where id = ${firm.id}::uuid`);
  await tx.db.execute(sql`update register_entries set staff_count = ${STAFF}, status = 'promoting'
    where employer_id = ${firm.id}::uuid`);
  const foundingId = newId();
  await insertAll(tx, foundings, [
    {
      ...{ id: foundingId, placeId: town, parentId: town, name: `${firm.name}工会` },
      ...{ form: 'own_committee' as const, createdAt: tx.now },
    },
  ]);
  await insertAll(tx, foundingEmployers, [{ foundingId, employerId: firm.id }]);
  const candidates = named.map(([name, post], at) => ({
    ...{ id: newId(), foundingId, name, post, ties: [], position: at + 1 },
  }));
  await insertAll(tx, foundingCandidates, candidates);
  const year = today.slice(0, 4);
  const steps: {
    step: FoundingStep;
    days: number;
    documentNo: string | null;
    facts: Record<string, unknown>;
  }[] = [
    { step: 'lead', days: -50, documentNo: null, facts: {} },
    { step: 'applied', days: -40, documentNo: `筹〔${year}〕1号`, facts: {} },
    { step: 'approved', days: -33, documentNo: `工批〔${year}〕8号`, facts: {} },
    {
      step: 'members',
      days: -20,
      documentNo: null,
      facts: { byFirm: { [firm.id]: MEMBERS }, total: MEMBERS, women: 11 },
    },
    {
      step: 'candidates',
      days: -9,
      documentNo: `工批〔${year}〕11号`,
      facts: { seats: 3, ids: candidates.map(({ id }) => id) },
    },
  ];
  await insertAll(
    tx,
    foundingActions,
    steps.map(({ step, days, documentNo, facts }, at) => ({
      ...{ foundingId, position: at + 1, step, documentNo, facts },
      ...{ doneOn: addDays(today, days), recordedAt: tx.now },
    })),
  );
}
