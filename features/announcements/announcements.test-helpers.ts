import { actorOf, aMember, anOfficer, type MadeAccount } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { sqlAsOwner } from '@/db/testing';
import type { Kind } from '@/features/offerings/schema/offering';
import { openField } from '@/lib/crypto/field';
import { outboxBody } from '@/lib/messaging/outbox';

/** An offering of two sessions with people who go, wait and have left, and officers who may write to them or not. */
export async function arranged(kind: Kind = 'training') {
  return arrange(async (tx) => {
    const tree = await aTree(tx);
    const officer = await anOfficer(tx, 'town_admin', tree.town.id);
    const women = await anOfficer(tx, 'women_officer', tree.district.id);
    const stranger = await anOfficer(tx, 'town_admin', tree.otherTown.id);
    const offering = await anOffering(tx, {
      organisationId: tree.town.id,
      kind,
      title: '骑手安全课',
    });
    const [first, second] = [
      await aSession(tx, { offeringId: offering.id, title: '第一场' }),
      await aSession(tx, { offeringId: offering.id, title: '第二场' }),
    ];
    const organisationId = tree.union.id;
    const person = (name: string) => aMember(tx, { organisationId, name });
    const [going, both, waiting, gone] = [
      await person('陈一帆'),
      await person('罗大满'),
      await person('韦小兰'),
      await person('覃建国'),
    ];
    const book = (
      member: MadeAccount,
      session = first,
      status: 'booked' | 'waitlisted' | 'cancelled' = 'booked',
    ) => aBooking(tx, { member, session, organisationId, status });
    const booking = await book(going);
    await book(both);
    await book(both, second);
    await book(waiting, first, 'waitlisted');
    await book(gone, first, 'cancelled');
    return {
      ...{ offering, first, second, booking, going, both, waiting },
      officer: as(officer.actor),
      women: as(women.actor),
      stranger: as(stranger.actor),
      member: as(actorOf(going)),
    };
  });
}
export type Arranged = Awaited<ReturnType<typeof arranged>>;

/** What the carrier is given, opened. */
export const leavingTexts = async () =>
  (await sqlAsOwner()`select id, template, body_sealed from outbox`).map((row) => ({
    template: row.template,
    ...JSON.parse(openField(row.body_sealed, outboxBody(row.id))),
  }));
