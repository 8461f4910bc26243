import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aChild } from '@/db/factories/family';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { bookPlace } from '@/features/enrolment/commands/book-place';
import { bookPlaceInput } from '@/features/enrolment/schema/booking';
import type { AccountActor } from '@/lib/actor';
import { inboxFilter } from '../schema/inbox';
import { listInbox } from './inbox';

/** A course of one town, booked by a member of another town; and a class for a child of hers. */
async function aDesk() {
  const made = await arrange(async (tx) => {
    const tree = await aTree(tx);
    const member = await aMember(tx, { organisationId: tree.otherUnion.id, name: '黄初晴' });
    const child = await aChild(tx, { guardians: [member], name: '覃小川' });
    const open = { organisationId: tree.town.id, needsApproval: true };
    const course = await anOffering(tx, open);
    const care = await anOffering(tx, { ...open, kind: 'childcare', term: '2026夏' });
    return {
      ...{ member, child, course, care },
      lesson: await aSession(tx, { offeringId: course.id }),
      term: await aSession(tx, { offeringId: care.id }),
      officer: (await anOfficer(tx, 'town_admin', tree.town.id)).actor,
      other: (await anOfficer(tx, 'town_admin', tree.otherTown.id)).actor,
    };
  });
  const book = async (offeringId: string, sessionId: string, who: string) => {
    const input = bookPlaceInput.parse({ offeringId, sessionId, who });
    const done = await bookPlace(as(actorOf(made.member)), input);
    if (!done.ok) throw new Error(done.reason);
  };
  await book(made.course.id, made.lesson.id, 'self');
  await book(made.care.id, made.term.id, made.child.childId);
  return made;
}

const found = async (actor: AccountActor, q: string) =>
  (await listInbox(as(actor), { ...inboxFilter.parse({}), q })).items.map((item) => item.title);

beforeEach(resetDb);

describe('a booking on the desk', () => {
  it('is found by the whole number of the member or the child, on record, from other towns too', async () => {
    const { officer, member, child } = await aDesk();
    expect((await found(officer, member.idNumber)).sort()).toEqual(['覃**', '黄**']);
    expect(await found(officer, child.idNumber.toLowerCase())).toEqual(['覃**']);
    expect(await found(officer, member.idNumber.slice(0, -1))).toEqual([]);
    const looks =
      await sqlAsOwner()`select after from audit_entries where action = 'search_by_id_number' order by at`;
    expect(looks.length).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(looks)).not.toContain(member.idNumber);
  });

  it('is found by name, sound and phone tail of the member, whose child’s name no index keeps', async () => {
    const { officer, member } = await aDesk();
    for (const q of ['初晴', 'huangchu', 'hcq', member.phone.slice(-4), member.phone]) {
      expect((await found(officer, q)).sort()).toEqual(['覃**', '黄**']);
    }
    expect(await found(officer, '小川')).toEqual([]);
  });

  it('is nothing to a desk that is not the organiser’s', async () => {
    const { other, member, child } = await aDesk();
    for (const q of [member.idNumber, child.idNumber, '初晴', member.phone.slice(-4)]) {
      expect(await found(other, q)).toEqual([]);
    }
  });
});
