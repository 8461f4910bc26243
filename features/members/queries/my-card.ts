import 'server-only';
import { and, eq, inArray, ne } from 'drizzle-orm';
import { people } from '@/db/schema/identity';
import { memberships } from '@/db/schema/membership';
import { organisations } from '@/db/schema/organisations';
import { maskName } from '@/lib/china/person-name';
import { type LinkResult, signLink, verifyLink } from '@/lib/crypto/signed-link';
import { asSystem, type Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { cardWindow } from '../rules/card';

const purpose = 'card';

const facts = {
  membershipId: memberships.id,
  memberNo: memberships.memberNo,
  status: memberships.status,
  name: people.name,
  unionName: organisations.name,
  joinedOn: memberships.joinedOn,
};

const cards = (tx: Ctx) =>
  tx.db
    .select(facts)
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId));

export type MyCard = Awaited<ReturnType<typeof cards>>[number];

/** The signed-in worker's own membership as the card shows it, or null for whoever has none. */
export async function findMyCard(ctx: Ctx): Promise<MyCard | null> {
  const { actor } = ctx;
  if (actor.kind !== 'account' || actor.personId === null) return null;
  const { personId } = actor;
  return read(ctx, async (tx) => {
    const mine = and(eq(memberships.personId, personId), ne(memberships.status, 'left'));
    const [card] = await cards(tx).where(mine);
    return card ?? null;
  });
}

/** The path that the card's QR code holds now, and for how many seconds it stays the newest. */
export function cardCode(membershipId: string, now: Date): { path: string; secondsLeft: number } {
  const { expiresAt, secondsLeft } = cardWindow(now);
  return { path: `/v/${signLink(purpose, membershipId, expiresAt)}`, secondsLeft };
}

/** Which membership a card's code names, judged as of the moment it was scanned. */
export const readCardCode = (token: string, at: Date): LinkResult => verifyLink(purpose, token, at);

/** The people behind these memberships; those that ended are left out. As the system. */
export async function membersBehind(
  systemTx: Ctx,
  membershipIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (membershipIds.length === 0) return new Map();
  const found = await systemTx.db
    .select({ id: memberships.id, personId: memberships.personId })
    .from(memberships)
    .where(and(inArray(memberships.id, [...membershipIds]), ne(memberships.status, 'left')));
  return new Map(found.map((m) => [m.id, m.personId]));
}

export type CheckedCard =
  | {
      readonly valid: true;
      readonly name: string;
      readonly unionName: string;
      readonly until: Date;
    }
  | { readonly valid: false; readonly reason: 'forged' | 'expired' | 'ended' };

/**
 * What a scanned card code says to anybody: a valid member's masked name and union, or why not.
 * Looked up as the system, because the scanner need not be signed in; the token is the permission.
 */
export async function checkCard(ctx: Ctx, token: string): Promise<CheckedCard> {
  const link = verifyLink(purpose, token, ctx.now);
  if (!link.ok) return { valid: false, reason: link.reason === 'expired' ? 'expired' : 'forged' };
  const [card] = await read(asSystem(ctx), (tx) =>
    cards(tx).where(and(eq(memberships.id, link.subject), ne(memberships.status, 'left'))),
  );
  if (!card) return { valid: false, reason: 'ended' };
  const name = maskName(card.name ?? '');
  return { valid: true, name, unionName: card.unionName, until: link.expiresAt };
}
