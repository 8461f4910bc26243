import 'server-only';
import { and, eq, inArray, isNotNull, lt, or, sql } from 'drizzle-orm';
import {
  applicationDocument,
  membershipApplications as applications,
} from '@/db/schema/membership';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { draftDays, refusedKeepDays } from './settings';

/** Answers of a person, empty: what a given-up or refused application keeps is its number and dates. */
const cleared = {
  name: null,
  pinyin: null,
  nameGrams: [],
  idSealed: null,
  idMasked: null,
  sex: null,
  birthOn: null,
  employerId: null,
  employerName: null,
  phoneTail: '',
};

/** Every application of one person, in plain, for 查阅复制 (PIPL 45). The caller audits it. */
async function exportOf(tx: Ctx, personId: string) {
  const applied = await tx.db
    .select()
    .from(applications)
    .where(eq(applications.personId, personId));
  return {
    applications: applied.map(({ idSealed, idIndex, nameGrams, pinyin, ...shown }) => ({
      ...shown,
      idNumber: idSealed && openField(idSealed, applicationDocument(shown.id)),
    })),
  };
}

/**
 * Empties applications that led to no membership (PIPL 47). An approved one is an archive record of
 * the union and stays with the membership it made.
 * @returns how many applications were emptied
 */
async function erase(tx: Ctx, personId: string): Promise<number> {
  const over = inArray(applications.status, ['draft', 'withdrawn', 'rejected']);
  const emptied = await tx.db
    .update(applications)
    .set({ ...cleared, idIndex: `erased:${personId}`, updatedAt: tx.now })
    .where(and(eq(applications.personId, personId), over))
    .returning({ id: applications.id });
  return emptied.length;
}

/** Withdrawn and refused applications, long after they were decided (PIPL 47). */
async function forgetRefused(tx: Ctx, days: number): Promise<number> {
  const long = sql`now() - make_interval(days => ${days}::int)`;
  const emptied = await tx.db
    .update(applications)
    .set({ ...cleared, idIndex: sql`'erased:' || ${applications.id}` })
    .where(
      and(
        inArray(applications.status, ['withdrawn', 'rejected']),
        lt(applications.updatedAt, long),
        or(isNotNull(applications.name), isNotNull(applications.idSealed)),
      ),
    )
    .returning({ id: applications.id });
  return emptied.length;
}

/**
 * Empties and gives up drafts that nobody touched for `membership.draft_days` (PIPL 19: no longer
 * than needed); nothing was submitted, so nobody is told. Empties what led to no membership after
 * `membership.refused_keep_days`.
 * @returns how many rows were cleared
 */
async function expire(tx: Ctx): Promise<number> {
  const { days, keep } = await readSettings(tx, { days: draftDays, keep: refusedKeepDays });
  const gone = await tx.db
    .update(applications)
    .set({ ...cleared, idIndex: null, status: 'withdrawn', updatedAt: tx.now })
    .where(
      and(
        eq(applications.status, 'draft'),
        sql`${applications.updatedAt} < now() - make_interval(days => ${days}::int)`,
      ),
    )
    .returning({ id: applications.id });
  return gone.length + (await forgetRefused(tx, keep));
}

/** What this module holds of a person, for how long, and how it is handed out or removed. */
export const personalData = {
  module: 'applications',
  tables: [
    {
      table: 'membership_applications',
      holds: '姓名、证件号码（加密）、性别、生日、职业、单位',
      retention: '入会的随会籍保存；没入会的办结后 180 天（可设）',
    },
    { table: 'application_events', holds: '办理经过', retention: '随申请' },
    { table: 'application_decisions', holds: '审核决定', retention: '随申请' },
  ],
  export: exportOf,
  erase,
  expire,
} as const;
