import 'server-only';
import { sql } from 'drizzle-orm';
import type { announcements } from '@/db/schema/announcements';
import { inScope } from '@/features/organisations/queries/scope';
import { segmentCondition, segmentTables } from '@/features/segments/queries/condition';
import { segmentDefinition } from '@/features/segments/schema/definition';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import type { FieldValues } from '../rules/fields';
import type { Recipient } from '../rules/recipients';
import { listRecipients } from './audience';

/** What of a message says whom it goes to. */
export type MessageTo = Pick<
  typeof announcements.$inferSelect,
  'organiserId' | 'offeringId' | 'sessionId' | 'audience' | 'definition'
>;

const nothing: FieldValues = { 服务: '', 场次: '', 时间: '', 地点: '', 预约号: '', 截止: '' };

/**
 * The members of a 人群 at and below the organisation that writes, each account once; accounts that were stopped are
 * left out. In the order of joining.
 */
async function listInSegment(systemTx: Ctx, to: MessageTo): Promise<Recipient[]> {
  const definition = segmentDefinition.parse(to.definition);
  const segment = { definition, organisationId: to.organiserId };
  const rows = await systemTx.db.execute<{
    account: string;
    person: string;
    name: string | null;
    phone: boolean;
  }>(sql`
    select c.id as account, p.id as person, p.name, c.phone_tail <> '' as phone ${segmentTables}
    where c.disabled_at is null and ${inScope(sql`m.organisation_id`, [to.organiserId])}
      and ${segmentCondition(segment, todayOn(systemTx.now))}
    order by m.joined_on, m.id`);
  const once = new Map<string, Recipient>();
  for (const { account, person, name, phone } of rows) {
    if (once.has(account)) continue;
    once.set(account, {
      ...{ accountId: account, personId: person, hasPhone: phone, bookingId: null },
      ...{ attendees: name ?? '会员', number: '', values: nothing },
    });
  }
  return [...once.values()];
}

/**
 * Whom a message goes to now, each account once; in the order of the sessions, of a 人群 in that of joining. Run it as
 * the system.
 * @param title of the offering, for the fields of its text
 */
export function listPeople(systemTx: Ctx, to: MessageTo, title: string): Promise<Recipient[]> {
  const { offeringId, sessionId, audience } = to;
  if (offeringId === null || audience === 'segment') return listInSegment(systemTx, to);
  return listRecipients(systemTx, { offeringId, title, sessionId, audience });
}
