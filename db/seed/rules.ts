import { and, eq, ne, sql } from 'drizzle-orm';
import { roleGrants } from '@/db/schema/identity';
import { offerings } from '@/db/schema/offerings';
import { offeringRuleVersions, ruleSets } from '@/db/schema/rules';
import { offeringRules } from '@/features/offerings/schema/offering';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { invented } from './federation';

const { story } = invented;

type Role = (typeof roleGrants.$inferSelect)['role'];

async function officer(tx: Ctx, role: Role): Promise<string | null> {
  const [row] = await tx.db
    .select({ id: roleGrants.accountId })
    .from(roleGrants)
    .where(eq(roleGrants.role, role))
    .limit(1);
  return row?.id ?? null;
}

/** This term and the one before it as one line of copies, so that conditions can be tried on its people. */
async function line(tx: Ctx, now: string, before: string): Promise<void> {
  const named = (like: string, status: 'finished' | 'published') =>
    tx.db
      .select({ id: offerings.id })
      .from(offerings)
      .where(
        and(
          sql`offerings.title like ${like}`,
          status === 'finished' ? eq(offerings.status, status) : ne(offerings.status, 'finished'),
        ),
      )
      .limit(1);
  const [[here], [last]] = await Promise.all([named(now, 'published'), named(before, 'finished')]);
  if (!here || !last) return;
  await tx.db.update(offerings).set({ copiedFrom: last.id }).where(eq(offerings.id, here.id));
}

/** A course whose age was raised once, with the reason. */
async function raised(tx: Ctx, by: string | null): Promise<void> {
  const [course] = await tx.db
    .select()
    .from(offerings)
    .where(eq(offerings.title, '电工（五级）培训班'))
    .limit(1);
  if (!course) return;
  const rules = { ...offeringRules.parse(course.rules), ageMax: 58 };
  const version = course.rulesVersion + 1;
  await tx.db.insert(offeringRuleVersions).values({
    offeringId: course.id,
    version,
    rules,
    changedAt: tx.now,
    changedBy: by,
    reason: '不少骑手过了 55 岁还在跑单，放宽到 58 岁',
  });
  await tx.db
    .update(offerings)
    .set({ rules, rulesVersion: version, version: course.version + 1 })
    .where(eq(offerings.id, course.id));
}

/** Conditions with a past: lines of copies, a version with its reason, sets to use again. */
export async function seedRules(tx: Ctx, idOf: (name: string) => string): Promise<void> {
  await line(tx, '女职工两癌筛查', '女职工两癌筛查（上一轮）');
  await line(tx, `%职工子女托管班（${story.town}）`, `%职工子女托管班（${story.town}）`);
  const [economy, women] = [
    await officer(tx, 'economy_officer'),
    await officer(tx, 'women_officer'),
  ];
  await raised(tx, economy);
  const set = (
    kind: 'training' | 'screening',
    title: string,
    given: unknown,
    by: string | null,
  ) => ({
    id: newId(),
    organisationId: idOf(invented.root),
    kind,
    title,
    rules: offeringRules.parse(given),
    createdBy: by,
    createdAt: tx.now,
  });
  const woman = { sex: 'female', ageMin: 35, ageMax: 64, repeatMonths: 36, repeatOf: 'kind' };
  await tx.db
    .insert(ruleSets)
    .values([
      set(
        'training',
        '新就业形态，18–60 岁',
        { newFormOnly: true, ageMin: 18, ageMax: 60 },
        economy,
      ),
      set('screening', '两癌：每个单位 5 个名额', { ...woman, quotaUnit: 5 }, women),
    ]);
}
