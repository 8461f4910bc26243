import { beforeEach, describe, expect, it } from 'vitest';
import { arrange } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { anOffering, aSession } from '@/db/factories/offerings';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { addDays, todayOn } from '@/lib/dates';
import { read } from '@/lib/transaction';
import { type Arranged, arranged, definedAs } from '../segments.test-helpers';
import { findInSegment } from './in-segment';
import { countSegment, listSegmentMembers } from './segment-members';

let a: Arranged;
const today = () => todayOn(new Date());
beforeEach(async () => {
  await resetDb();
  a = await arranged();
});

/** Whom the district finds, by all three uses of the one condition. */
async function found(of: readonly unknown[], join = 'all', ctx = a.district): Promise<string[]> {
  const segment = { definition: definedAs(of, join), organisationId: a.tree.district.id };
  const { items } = await listSegmentMembers(ctx, segment, undefined);
  const names = items.map((item) => item.name).sort();
  expect(await countSegment(ctx, segment)).toBe(names.length);
  if (ctx === a.district) {
    const all = [a.chen, a.luo, a.wei];
    const ids = all.map((one) => one.personId);
    const fits = await read(ctx, (tx) => findInSegment(tx, segment, ids));
    expect(
      all
        .filter((one) => fits.has(one.personId))
        .map((one) => one.displayName)
        .sort(),
    ).toEqual(names);
  }
  return names;
}

describe('the condition of a segment finds the same by count, list and single look', () => {
  it('by union and below, by occupation, by sex and by new forms of work', async () => {
    await sqlAsOwner()`update memberships set occupation_code = 'courier', is_new_form = true
      where person_id = ${a.luo.personId}`;
    await sqlAsOwner()`update people set sex = 'female' where id = ${a.wei.personId}`;
    expect(await found([{ kind: 'union', organisationId: a.tree.town.id }])).toEqual(
      ['罗大满', '陈一帆'].sort(),
    );
    expect(await found([{ kind: 'occupation', codes: ['courier'] }])).toEqual(['罗大满']);
    expect(await found([{ kind: 'sex', sex: 'female' }])).toEqual(['韦小兰']);
    expect(await found([{ kind: 'new_form', is: 'no' }])).toEqual(['陈一帆', '韦小兰'].sort());
  });

  it('by age on the day of asking, both ends included, where a birthday counts on its day', async () => {
    const on = today();
    const born = (years: number, days: number) =>
      addDays(`${Number(on.slice(0, 4)) - years}${on.slice(4).replace('02-29', '02-28')}`, days);
    await sqlAsOwner()`update people set birth_on = ${born(30, 0)} where id = ${a.chen.personId}`;
    await sqlAsOwner()`update people set birth_on = ${born(30, 1)} where id = ${a.luo.personId}`;
    await sqlAsOwner()`update people set birth_on = null where id = ${a.wei.personId}`;
    expect(await found([{ kind: 'age', from: 30 }])).toEqual(['陈一帆']);
    expect(await found([{ kind: 'age', to: 29 }])).toEqual(['罗大满']);
    // Who has no birth date on record is not of that age, so of 都不 they are.
    expect(await found([{ kind: 'age', from: 0 }], 'none')).toEqual(['韦小兰']);
  });

  it('by the day of joining, both ends included', async () => {
    expect(await found([{ kind: 'joined', from: '2025-05-01', to: '2025-06-01' }])).toEqual(
      ['罗大满', '韦小兰'].sort(),
    );
    expect(await found([{ kind: 'joined', to: '2025-04-30' }])).toEqual(['陈一帆']);
  });

  it('by attended services within days or between days, never of health checks', async () => {
    await arrange(async (tx) => {
      const attends = async (who: typeof a.chen, kind: 'training' | 'screening') => {
        const offering = await anOffering(tx, { organisationId: a.tree.district.id, kind });
        const session = await aSession(tx, { offeringId: offering.id });
        await aBooking(tx, {
          member: who,
          session,
          organisationId: a.tree.union.id,
          status: 'attended',
        });
        return session.id;
      };
      await attends(a.chen, 'training');
      await attends(a.wei, 'screening');
      const booked = await anOffering(tx, { organisationId: a.tree.district.id, kind: 'training' });
      const session = await aSession(tx, { offeringId: booked.id });
      await aBooking(tx, {
        member: a.luo,
        session,
        organisationId: a.tree.home.id,
        status: 'absent',
      });
    });
    await sqlAsOwner()`update offering_sessions set starts_at = now() - interval '10 days', ends_at = now() - interval '10 days' + interval '2 hours'`;
    expect(await found([{ kind: 'attended', of: 'any' }])).toEqual(['陈一帆']);
    expect(await found([{ kind: 'attended', of: 'training', days: 11 }])).toEqual(['陈一帆']);
    expect(await found([{ kind: 'attended', of: 'training', days: 10 }])).toEqual([]);
    const on = addDays(today(), -10);
    expect(await found([{ kind: 'attended', of: 'any', from: on, to: on }])).toEqual(['陈一帆']);
    expect(await found([{ kind: 'attended', of: 'childcare' }])).toEqual([]);
    expect(await found([{ kind: 'attended', of: 'any' }], 'none')).toEqual(
      ['罗大满', '韦小兰'].sort(),
    );
  });

  it('by the last sign-in before a day, since it, or never after an import', async () => {
    await sqlAsOwner()`update accounts set last_signed_in_at = now() - interval '40 days' where id = ${a.chen.accountId}`;
    await sqlAsOwner()`update accounts set imported_at = last_signed_in_at where id = ${a.luo.accountId}`;
    const on = addDays(today(), -30);
    expect(await found([{ kind: 'signed_in', when: 'before', on }])).toEqual(['陈一帆']);
    expect(await found([{ kind: 'signed_in', when: 'after', on }])).toEqual(['韦小兰']);
    expect(await found([{ kind: 'signed_in', when: 'never' }])).toEqual(['罗大满']);
  });

  it('by groups of all, any and none in each other', async () => {
    const any = {
      kind: 'group',
      join: 'any',
      of: [
        { kind: 'joined', to: '2023-12-31' },
        { kind: 'union', organisationId: a.tree.otherUnion.id },
      ],
    };
    expect(await found([any])).toEqual(['陈一帆', '韦小兰'].sort());
    const none = {
      kind: 'group',
      join: 'none',
      of: [{ kind: 'union', organisationId: a.tree.town.id }],
    };
    expect(await found([any, none])).toEqual(['韦小兰']);
  });

  it('leaves out who has left, and what lies outside the scope of who asks', async () => {
    const everyone = [{ kind: 'joined', from: '2000-01-01' }];
    expect(await found(everyone, 'all', a.town)).toEqual(['罗大满', '陈一帆'].sort());
    expect(await found(everyone, 'all', a.union)).toEqual(['陈一帆']);
    expect(await found(everyone, 'all', a.otherTown)).not.toContain('陈一帆');
    await sqlAsOwner()`update memberships set status = 'left', ended_on = current_date where person_id = ${a.luo.personId}`;
    expect(await found(everyone)).toEqual(['陈一帆', '韦小兰'].sort());
  });
});
