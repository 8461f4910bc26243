import { eq } from 'drizzle-orm';
import { accounts, people } from '@/db/schema/identity';
import { memberships } from '@/db/schema/membership';
import { membershipCases } from '@/db/schema/membership-cases';
import { askForChange } from '@/features/transfers/commands/ask-for-change';
import { requestTransfer } from '@/features/transfers/commands/request-transfer';
import { startTransfer } from '@/features/transfers/commands/start-transfer';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { within } from '@/lib/transaction';
import { actorOf } from '../factories/accounts';
import { anApplication } from '../factories/membership';
import { OCCUPATIONS_VERSION } from './data/occupations';
import { invented } from './federation';
import type { Member } from './members';
import { accountRow } from './people';

const { story } = invented;

/** A member with a new phone, who began to join again and was led to 转会. */
export async function seedTransfer(tx: Ctx, member: Member): Promise<void> {
  const ids = { accountId: newId(), personId: newId(), phone: '13900000003' };
  await tx.db.insert(accounts).values(accountRow({ ...member, ...ids }));
  await tx.db.insert(people).values({ id: ids.personId, accountId: ids.accountId });
  const account = { ...ids, displayName: member.name };
  const draft = await anApplication(tx, {
    account,
    name: member.name,
    idNumber: member.idNumber,
    occupationCode: member.occupation,
    occupationVersion: OCCUPATIONS_VERSION,
    organisationId: member.home.id,
    townId: member.home.townId,
    route: 'qr',
  });
  const agreed = { version: draft.version, idConsent: 'yes' } as const;
  const asked = await within(tx, { ...tx, actor: actorOf(account) }, (own) =>
    requestTransfer(own, agreed),
  );
  if (!asked.ok) throw new Error(`the seeded transfer was refused: ${asked.reason}`);
}

/** A member who found other work and asks both unions for 转会. */
export async function seedMove(tx: Ctx, member: Member, toId: string): Promise<void> {
  const asked = await within(
    tx,
    { ...tx, actor: actorOf({ ...member, displayName: member.name }) },
    (own) => startTransfer(own, { toId, employerName: null }),
  );
  if (!asked.ok) throw new Error(`the seeded move was refused: ${asked.reason}`);
}

/** A member whom the union has talked to once, because nobody has seen them for half a year. */
export async function seedWarning(tx: Ctx, member: Member, officerId: string): Promise<void> {
  const [row] = await tx.db
    .select({ id: memberships.id })
    .from(memberships)
    .where(eq(memberships.personId, member.personId));
  if (!row) throw new Error('the seeded warning is of no member');
  const { personId, accountId } = member;
  await tx.db.insert(membershipCases).values({
    ...{ id: newId(), kind: 'lapse', status: 'open', membershipId: row.id, personId, accountId },
    organisationId: member.home.id,
    warnings: [{ on: todayOn(tx.now), note: '打过电话，本人说近期来参加活动' }],
    ...{ openedBy: officerId, openedAt: tx.now },
  });
}

/** A member who wants to leave and whom nobody has talked to yet. */
export async function seedLeaveRequest(tx: Ctx, member: Member): Promise<void> {
  const asked = await within(
    tx,
    { ...tx, actor: actorOf({ ...member, displayName: member.name }) },
    (own) => askForChange(own, { kind: 'leave', wish: '回老家种地' }),
  );
  if (!asked.ok) throw new Error(`the seeded request was refused: ${asked.reason}`);
}

/** A member who does other work now and has told the union. */
export async function seedWorkRequest(tx: Ctx, member: Member): Promise<void> {
  const wanted = {
    kind: 'work',
    occupation: 'food_delivery_rider',
    employerName: `${story.townShort}外卖配送站`,
  } as const;
  const asked = await within(
    tx,
    { ...tx, actor: actorOf({ ...member, displayName: member.name }) },
    (own) => askForChange(own, wanted),
  );
  if (!asked.ok) throw new Error(`the seeded request was refused: ${asked.reason}`);
}
