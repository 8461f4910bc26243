import 'server-only';
import { sql } from 'drizzle-orm';
import type { ColumnChange } from '@/db/schema/duplicates';
import { accountPhone, personDocument } from '@/db/schema/identity';
import { endSessions } from '@/lib/auth/start-session';
import { openField, sealField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import type { MergePerson } from '../queries/two-people';
import { joinMemberships, type OpenMembership } from '../rules/merge-people';
import { changeColumns } from './change-columns';

/** Whose name, document and phone the record has from now on. */
export interface Chosen {
  readonly name: MergePerson;
  readonly document: MergePerson;
  readonly phone: MergePerson;
}

const membershipOf = (p: MergePerson): OpenMembership | null =>
  p.membership_id && p.since && p.joined_on
    ? { id: p.membership_id, since: p.since, joinedOn: p.joined_on, previousId: p.previous_id }
    : null;

/** The record that goes is found by nothing any more: no document, no name, no number, no way in. */
async function emptyOne(systemTx: Ctx, goes: MergePerson, into: string): Promise<ColumnChange[]> {
  const now = systemTx.now.toISOString();
  const nobody = { name_grams: [], pinyin: null, initials: null };
  const person = { ...nobody, id_index: null, union_id: null, merged_into: into };
  const number = {
    ...{ phone_index: `released:${goes.account_id}`, phone_tail: '', phone_released_at: now },
    phone_sealed: sealField('', accountPhone(goes.account_id)),
    ...{ wechat_openid_index: null, oidc_index: null },
  };
  const stopped = { disabled_at: now, disabled_reason: 'merged' };
  return [
    await changeColumns(systemTx, 'people', goes.id, person),
    await changeColumns(systemTx, 'accounts', goes.account_id, number),
    await changeColumns(systemTx, 'accounts', goes.account_id, stopped),
  ];
}

async function takeName(systemTx: Ctx, stays: MergePerson, from: MergePerson) {
  if (from.id === stays.id || from.name === null) return [];
  const { name, pinyin, initials, name_grams } = from;
  const named = { name, pinyin, initials, name_grams };
  return [
    await changeColumns(systemTx, 'people', stays.id, named),
    await changeColumns(systemTx, 'accounts', stays.account_id, { display_name: name }),
  ];
}

async function takeDocument(systemTx: Ctx, stays: MergePerson, from: MergePerson) {
  if (from.id === stays.id || from.id_index === null || from.id_sealed === null) return [];
  const { id_type, id_index, id_masked, sex, birth_on } = from;
  const plain = openField(from.id_sealed, personDocument(from.id));
  const id_sealed = sealField(plain, personDocument(stays.id));
  const document = { id_type, id_index, id_masked, sex, birth_on, id_sealed };
  return [await changeColumns(systemTx, 'people', stays.id, document)];
}

/** The ways in go together: who chose a number chose who signs in. */
async function takePhone(systemTx: Ctx, stays: MergePerson, from: MergePerson) {
  if (from.id === stays.id) return [];
  const { phone_index, phone_tail, phone_released_at, last_signed_in_at, imported_at } = from;
  const plain = openField(from.phone_sealed, accountPhone(from.account_id));
  const released = phone_index.startsWith('released:');
  const number = {
    phone_index: released ? `released:${stays.account_id}` : phone_index,
    ...{ phone_tail, phone_released_at, last_signed_in_at, imported_at },
    phone_sealed: sealField(plain, accountPhone(stays.account_id)),
    ...{ wechat_openid_index: from.wechat_openid_index, oidc_index: from.oidc_index },
  };
  return [await changeColumns(systemTx, 'accounts', stays.account_id, number)];
}

async function joinTwo(systemTx: Ctx, stays: MergePerson, goes: MergePerson) {
  const [mine, other] = [membershipOf(stays), membershipOf(goes)];
  const joined = joinMemberships(mine, other);
  const changes: ColumnChange[] = [];
  const set = async (one: OpenMembership | null, values: Record<string, unknown> | null) => {
    if (one && values) changes.push(await changeColumns(systemTx, 'memberships', one.id, values));
  };
  // First the one that ends: a person has one open 会籍 at a time.
  await set(other, joined.goes);
  await set(mine, joined.stays);
  if (!mine && goes.person_union_id) {
    const at = { union_id: goes.person_union_id };
    changes.push(await changeColumns(systemTx, 'people', stays.id, at));
  }
  return changes;
}

async function dropDrafts(systemTx: Ctx, goes: MergePerson): Promise<ColumnChange[]> {
  const drafts = await systemTx.db.execute<{ id: string }>(sql`
    select id from membership_applications where person_id = ${goes.id}::uuid and status = 'draft' for update`);
  const changes: ColumnChange[] = [];
  for (const { id } of drafts)
    changes.push(
      await changeColumns(systemTx, 'membership_applications', id, { status: 'withdrawn' }),
    );
  return changes;
}

/**
 * Everything of a merge of two people but the rows that follow: what the record that stays says from now on, and
 * that the other is found no more. Both are locked. As the system.
 * @returns the changes in the order in which they were made
 */
export async function mergeColumns(
  systemTx: Ctx,
  { stays, goes }: { stays: MergePerson; goes: MergePerson },
  chosen: Chosen,
): Promise<ColumnChange[]> {
  const switched = chosen.phone.id !== stays.id;
  const changes = [
    ...(await dropDrafts(systemTx, goes)),
    ...(await joinTwo(systemTx, stays, goes)),
    ...(await emptyOne(systemTx, goes, stays.id)),
    ...(await takeName(systemTx, stays, chosen.name)),
    ...(await takeDocument(systemTx, stays, chosen.document)),
    ...(await takePhone(systemTx, stays, chosen.phone)),
  ];
  await endSessions(systemTx, { accountId: goes.account_id }, 'phone_released');
  // Who signs in to it from now on has another number.
  if (switched) await endSessions(systemTx, { accountId: stays.account_id }, 'phone_released');
  return changes;
}
