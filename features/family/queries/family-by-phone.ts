import 'server-only';
import { sql } from 'drizzle-orm';
import { childName } from '@/db/schema/family';
import { nameKey } from '@/lib/china/person-name';
import { blindIndexQueue } from '@/lib/crypto/blind-index';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';

/** Somebody at the counter or on the telephone, found by their number, with their children. */
export interface FamilyByPhone {
  readonly accountId: string;
  readonly personId: string;
  /** Null while they have not said it. */
  readonly name: string | null;
  readonly phoneTail: string;
  readonly children: readonly ChildByPhone[];
}

export interface ChildByPhone {
  readonly id: string;
  readonly name: string;
  readonly masked: string;
  readonly sex: 'male' | 'female';
  /** Calendar year of entering grade 1. */
  readonly schoolEntryYear: number;
}

/**
 * Whose number it is, with the children they are confirmed guardian of, the eldest at school first. As the
 * system: an officer may not open a family; callers have authorised and show masked names only. Null for a
 * number that is nobody's, of a closed account, or that has changed hands.
 */
export async function findFamilyByPhone(
  systemTx: Ctx,
  phone: string,
): Promise<FamilyByPhone | null> {
  const indexes = `{${blindIndexQueue('phone', phone).join(',')}}`;
  const [found] = await systemTx.db.execute<{
    account_id: string;
    person_id: string;
    name: string | null;
    phone_tail: string;
  }>(sql`select a.id as account_id, p.id as person_id, p.name, a.phone_tail
    from accounts a join people p on p.account_id = a.id
    where a.phone_index = any (${indexes}::text[]) and a.disabled_at is null
      and a.phone_released_at is null`);
  if (!found) return null;
  const children = await systemTx.db.execute<Omit<ChildByPhone, 'name'> & { sealed: string }>(sql`
    select k.id, k.name_sealed as sealed, k.name_masked as masked, k.sex,
      k.school_entry_year as "schoolEntryYear"
    from guardians g join children k on k.id = g.child_id
    where g.person_id = ${found.person_id}::uuid and g.status = 'confirmed' and k.removed_at is null
    order by k.school_entry_year, k.id`);
  return {
    accountId: found.account_id,
    personId: found.person_id,
    name: found.name,
    phoneTail: found.phone_tail,
    children: children.map(({ sealed, ...child }) => ({
      ...child,
      name: openField(sealed, childName(child.id)),
    })),
  };
}

/** The child of this name, however it is spaced; undefined for none. */
export const childNamed = (
  { children }: Pick<FamilyByPhone, 'children'>,
  name: string,
): FamilyByPhone['children'][number] | undefined =>
  children.find((child) => nameKey(child.name) === nameKey(name));
