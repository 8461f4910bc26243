import 'server-only';
import { and, eq, isNull, lt, notLike, sql } from 'drizzle-orm';
import { childBirth, childDocument, childName, children, guardians } from '@/db/schema/family';
import { openField, sealField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { childKeepDays } from './settings';

/** The person's children and guardianships in plain, for 查阅复制 (PIPL 45). The caller audits it. */
async function exportOf(tx: Ctx, personId: string) {
  const rows = await tx.db
    .select({ child: children, guardian: guardians })
    .from(guardians)
    .innerJoin(children, eq(children.id, guardians.childId))
    .where(eq(guardians.personId, personId));
  return {
    children: rows.map(({ child, guardian }) => ({
      name: openField(child.nameSealed, childName(child.id)),
      idNumber: openField(child.idSealed, childDocument(child.id)),
      birthOn: openField(child.birthSealed, childBirth(child.id)),
      sex: child.sex,
      school: child.school,
      schoolEntryYear: child.schoolEntryYear,
      removedAt: child.removedAt,
      relation: guardian.relation,
      status: guardian.status,
      confirmedAt: guardian.confirmedAt,
    })),
  };
}

async function emptyChild(tx: Ctx, id: string): Promise<void> {
  await tx.db
    .update(children)
    .set({
      nameSealed: sealField('已删除', childName(id)),
      nameMasked: '已删除',
      idSealed: sealField('', childDocument(id)),
      idIndex: `erased:${id}`,
      idMasked: '',
      birthSealed: sealField('', childBirth(id)),
      school: null,
      removedAt: sql`coalesce(${children.removedAt}, now())`,
    })
    .where(eq(children.id, id));
}

/**
 * Ends the person's guardianships, and empties each child that then has no guardian left (PIPL 47).
 * A child another guardian looks after stays theirs. Run it as the system.
 * @returns how many children were emptied
 */
async function erase(tx: Ctx, personId: string): Promise<number> {
  const mine = await tx.db
    .update(guardians)
    .set({ status: 'ended', endedAt: tx.now, invitedPhoneIndex: null, invitedPhoneTail: null })
    .where(and(eq(guardians.personId, personId), isNull(guardians.endedAt)))
    .returning({ childId: guardians.childId });
  let emptied = 0;
  for (const { childId } of mine) {
    const left = await tx.db.$count(
      guardians,
      and(eq(guardians.childId, childId), eq(guardians.status, 'confirmed')),
    );
    if (left > 0) continue;
    await emptyChild(tx, childId);
    emptied++;
  }
  return emptied;
}

/**
 * Empties children whom nobody looks after here any more, the set days after they were removed and
 * after their last service ended (PIPL 47, 未成年人网络保护条例 34). Run it as the system.
 * @returns how many children were emptied
 */
async function expire(tx: Ctx): Promise<number> {
  const { days } = await readSettings(tx, { days: childKeepDays });
  const long = sql`now() - make_interval(days => ${days}::int)`;
  const due = await tx.db
    .select({ id: children.id })
    .from(children)
    .where(
      and(
        lt(sql`coalesce(${children.removedAt}, ${children.cameOfAgeAt})`, long),
        notLike(children.idIndex, 'erased:%'),
        sql`not exists (select 1 from bookings b join offering_sessions s on s.id = b.session_id
          where b.child_id = ${children.id} and b.status in ('booked', 'attended', 'absent')
            and s.ends_at >= ${long})`,
      ),
    )
    .for('update');
  for (const { id } of due) await emptyChild(tx, id);
  return due.length;
}

/** What this module holds of a person, for how long, and how it is handed out or removed. */
export const personalData = {
  module: 'family',
  tables: [
    {
      table: 'children',
      holds: '孩子的姓名、证件、出生日期（加密）、性别、学校、年级',
      retention: '监护人移除后或年满 18 周岁后停用，最后一次服务结束 180 天后清空（可设）',
    },
    { table: 'guardians', holds: '监护关系、被邀请人手机尾号', retention: '随孩子资料' },
  ],
  export: exportOf,
  erase,
  expire,
} as const;
