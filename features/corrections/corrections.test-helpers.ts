import { actorOf, aMember, anOfficer, aResidentId } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aChild } from '@/db/factories/family';
import { aTree } from '@/db/factories/organisations';
import { sqlAsOwner } from '@/db/testing';
import type { AccountActor } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import { prepareCorrection } from './commands/prepare-correction';
import { sendCorrection } from './commands/send-correction';
import { type PrepareInput, prepareInput } from './schema';

/** The smallest JPEG that the reader of proofs takes. */
export const photo = Uint8Array.from([
  0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 16, 0, 16, 1, 1, 0x11, 0, 0xff, 0xda, 0, 2, 9, 9, 0xff, 0xd9,
]);

/** A member with a child that both parents look after, the officers of the union, and strangers to both. */
export const scene = () =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const organisationId = tree.union.id;
    const member = await aMember(tx, { organisationId, name: '陈一帆' });
    const father = await aMember(tx, { organisationId: tree.otherUnion.id, name: '陈大帆' });
    const child = await aChild(tx, { guardians: [member, father], birthOn: '2017-05-20' });
    const officer = await anOfficer(tx, 'union_admin', organisationId);
    const second = await anOfficer(tx, 'union_admin', organisationId, { displayName: '韦干事' });
    const stranger = await anOfficer(tx, 'union_admin', tree.otherUnion.id);
    return {
      ...{ tree, organisationId, member, father, child },
      me: as(actorOf(member)),
      other: as(actorOf(father)),
      officer: as(officer.actor),
      officerId: officer.accountId,
      second: as(second.actor),
      stranger: as(stranger.actor),
      /** The member holds the same role: an officer in a matter of their own. */
      myselfAsOfficer: as(actorOf(member, { role: 'union_admin', organisationId })),
    };
  });
export type Scene = Awaited<ReturnType<typeof scene>>;

type Typed = Partial<PrepareInput> & { who: string };
export const ask = (ctx: Ctx, typed: Typed) =>
  prepareCorrection(ctx, prepareInput.parse({ name: '陈一帆', ...typed }));

/** Asks and sends the proof along. */
export async function asked(ctx: Ctx, typed: Typed): Promise<string> {
  const drafted = await ask(ctx, typed);
  if (!drafted.ok) throw new Error(drafted.reason);
  const sent = await sendCorrection(ctx, {
    correctionId: drafted.value.id,
    photo1: photo,
    photo2: null,
  });
  if (!sent.ok) throw new Error(sent.reason);
  return sent.value.id;
}

export const freshId = (birthOn: string, sex: 'male' | 'female' = 'female') =>
  aResidentId({ birthOn, sex });

/** The officer after the second factor was given again. */
export const steppedUp = (ctx: Ctx): Ctx => ({
  ...ctx,
  actor: { ...(ctx.actor as AccountActor), steppedUpAt: new Date() },
});

export const person = async (id: string) => {
  const [row] =
    await sqlAsOwner()`select name, pinyin, initials, name_grams as grams, birth_on::text as born,
    sex, id_masked as masked from people where id = ${id}`;
  return row;
};
export const audits = (action: string) =>
  sqlAsOwner()`select before, after, reason from audit_entries where action = ${action}`;
export const notified = (accountId: string) =>
  sqlAsOwner()`select title, body, link from notices where account_id = ${accountId} order by created_at`;
