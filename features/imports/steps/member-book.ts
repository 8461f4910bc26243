import 'server-only';
import { sql } from 'drizzle-orm';
import { listOccupations } from '@/features/members/queries/occupations';
import { recordMembershipChange } from '@/features/members/steps/record-membership-change';
import { identityDocumentLabels } from '@/lib/china/id/messages';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { bookFields } from '../rules/books';
import { type FoundLine, readMemberLines } from '../rules/member-lines';
import { absentMembers } from './absent-members';
import { memberBookWords } from './book-words';
import type { BookWork, WantedRow } from './book-work';
import { changeMembers } from './change-members';
import { type MemberContext, memberContext } from './member-context';
import { type PlannedMember, planMembers } from './plan-members';
import { previewMembers, takeBackMembers } from './take-back-members';
import { makeMembers } from './write-members';

async function write(
  systemTx: Ctx,
  rows: readonly WantedRow<PlannedMember>[],
  { writing }: MemberContext,
) {
  const fresh = rows.filter(({ person }) => !person?.membership);
  const known = rows.filter(({ person }) => person?.membership);
  const made = await makeMembers(systemTx, fresh, writing);
  const changed = await changeMembers(systemTx, known, writing);
  return rows.map((row) => {
    const one = row.person?.membership ? changed[known.indexOf(row)] : made[fresh.indexOf(row)];
    if (!one) throw new Error('a member that was not written');
    return { ...one };
  });
}

interface Due extends Record<string, unknown> {
  id: string;
  joined_on: string;
}

/** So many lines a transaction. */
const LINES = 200;

/** The 入会 lines of new members whose import can no longer be taken back, each once. */
async function recordJoined(systemTx: Ctx): Promise<number> {
  await systemTx.db.execute(sql`select pg_advisory_xact_lock(hashtext('record_imported'))`);
  const due = await systemTx.db.execute<Due>(sql`
    select m.id, m.joined_on::text
    from imports i join import_rows r on r.import_id = i.id and r.state = 'written'
    join memberships m on m.id = (r.made ->> 'membershipId')::uuid
    where i.status = 'written' and i.undo_until <= now() and r.made ->> 'newMembership' = 'true'
      and not exists (select 1 from membership_changes c where c.membership_id = m.id and c.type = 'joined')
    order by m.id limit ${LINES}`);
  for (const { id: membershipId, joined_on: on } of due)
    await recordMembershipChange(systemTx, { membershipId, type: 'joined', on, note: '名册导入' });
  return due.length;
}

/** 会员名册. */
export const memberBook: BookWork<FoundLine, PlannedMember, MemberContext> = {
  columns: bookFields.members,
  notes: [
    '在第一张表里填，一行一个人。第一行的栏名不要改；自己的表有别的栏也可以，导入时再对栏。',
    '证件号码、手机号请保持文本格式，否则表格软件会丢掉后几位。',
    '传上来先核对，核对以前库里什么都不改。',
  ],
  options: async (tx) => ({
    occupation: (await listOccupations(tx, todayOn(tx.now))).map(({ name }) => name),
    idType: [identityDocumentLabels.resident_id, identityDocumentLabels.residence_permit],
  }),
  context: memberContext,
  parse: async (tx, sheet, columns, { organisationId }) =>
    readMemberLines(sheet, columns, await memberBookWords(tx, organisationId)),
  numberOf: ({ line }) => line.idMasked,
  plan: planMembers,
  write,
  absent: absentMembers,
  takeBack: takeBackMembers,
  previewTakingBack: previewMembers,
  afterUndo: recordJoined,
};
