import { anOfficer, aPhone } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aTree } from '@/db/factories/organisations';
import { aVenue } from '@/db/factories/venues';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { addDays, todayOn, weekdayOf } from '@/lib/dates';
import { planOfferingInput } from '../schema/plan-offering';
import { planOffering } from './plan-offering';

const scene = () =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const town = await anOfficer(tx, 'town_admin', tree.town.id);
    const women = await anOfficer(tx, 'women_officer', tree.district.id);
    const far = await anOfficer(tx, 'town_admin', tree.otherTown.id);
    const venue = await aVenue(tx, {
      organisationId: tree.town.id,
      name: '职工之家',
      capacity: 40,
    });
    return { tree, town: as(town.actor), women: as(women.actor), far: as(far.actor), venue };
  });
export type Scene = Awaited<ReturnType<typeof scene>>;

/** The scene of the test that runs. */
export let h: Scene;

/** A town with a venue of forty, and who plans there, above it and elsewhere. */
export async function setScene(): Promise<void> {
  await resetDb();
  h = await scene();
}

/** The Monday so many weeks after the next one. */
export const monday = (weeks: number) => {
  const today = todayOn(new Date());
  return addDays(today, ((8 - weekdayOf(today)) % 7 || 7) + 7 * weeks);
};
export const line = (n: number, more: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries({
      title: n === 1 ? '一班' : '二班',
      venueId: h.venue.id,
      place: n === 1 ? '一楼' : '二楼',
      startsOn: monday(3),
      endsOn: addDays(monday(3), 18),
      weekdays: '1,2,3,4,5',
      startTime: n === 1 ? '08:30' : '14:30',
      endTime: n === 1 ? '12:00' : '18:00',
      capacity: '30',
      ...more,
    }).map(([name, value]) => [`${name}_${n}`, value]),
  );
export const form = (more: Record<string, string> = {}) => ({
  kind: 'childcare',
  template: 'childcare-family',
  like: '',
  organisationId: h.tree.town.id,
  title: '寒假托管班',
  term: '2027寒假',
  contactPhone: '0775-4321000',
  bookingOpensAt: `${addDays(todayOn(new Date()), 1)}T10:00`,
  fee: '',
  feeNote: '午餐自理',
  membersOnly: 'yes',
  gradeMin: '3',
  gradeMax: '5',
  questionLabel: '中午在班里吃饭吗',
  questionType: 'yes_no',
  questionRequired: 'yes',
  staffName: '覃石榴',
  staffRole: 'teacher',
  staffPhone: aPhone(),
  ...line(1),
  ...line(2),
  ...more,
});
export const plan = (ctx: Scene['town'], more: Record<string, string> = {}) =>
  planOffering(ctx, planOfferingInput.parse(form(more)));
export const made = async (ctx: Scene['town'], more: Record<string, string> = {}) => {
  const result = await plan(ctx, more);
  if (!result.ok) throw new Error(`${result.reason} ${JSON.stringify(result.fieldErrors)}`);
  return result.value.offeringId;
};

/** Rows of a table. */
export const count = async (table: string) =>
  (await sqlAsOwner()`select 1 from ${sqlAsOwner()(table)}`).length;
