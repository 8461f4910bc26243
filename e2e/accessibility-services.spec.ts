import { atDesk, expectClean, idOf } from './clean-page';
import { people } from './demo';
import { test } from './fixtures';
import { sql } from './story';

// A page with a thousand elements takes axe its time, on a machine that does other things too.
test.describe.configure({ timeout: 240_000 });

const offeringOf = (title: string) => idOf(sql()`select id from offerings where title = ${title}`);
const runningClass = '江南街道放学后托管班（2026秋）';
const drawOf = (status: string) =>
  idOf(sql()`select id from draws where status = ${status} order by id limit 1`);

test('no violation on a draw and its checking @both', async ({ as, page }) => {
  const [drawn, announced] = [await drawOf('drawn'), await drawOf('announced')];
  for (const path of [
    `/draws/${drawn}`,
    `/draws/${drawn}?no=12`,
    `/draws/${drawn}/list`,
    `/draws/${drawn}/verify`,
    `/draws/${announced}`,
    '/r/made-up',
    '/b/made-up',
  ]) {
    await expectClean(page, path);
  }
  await expectClean(await as('courier'), `/draws/${drawn}/objection`);
});

test('no violation on what a member holds: bookings, a class, ratings @both', async ({ as }) => {
  const page = await as('courier');
  const bookings = await sql()<{ id: string; title: string; status: string }[]>`
    select b.id, o.title, b.status from bookings b join offerings o on o.id = b.offering_id
    join accounts a on a.id = b.account_id where a.display_name = '陈一帆'`;
  const inClass = bookings.find((b) => b.title === runningClass)?.id;
  const attended = bookings.find((b) => b.status === 'attended')?.id;
  const child = await idOf(
    sql()`select g.child_id as id from guardians g join people p on p.id = g.person_id
      join accounts a on a.id = p.account_id
      where a.display_name = '陈一帆' and g.status = 'confirmed' limit 1`,
  );
  for (const path of [
    ...bookings.map((b) => `/me/bookings/${b.id}`),
    `/me/bookings/${inClass}/class`,
    `/me/bookings/${inClass}/pick-up`,
    `/me/ratings/booking/${attended}`,
    `/me/family/${child}`,
    '/me/family/add',
    '/me/certificates',
    '/me/password',
    '/me/phone',
  ]) {
    await expectClean(page, path);
  }
});

test('no violation on a certificate @both', async ({ page, signIn }) => {
  const [certificate] = await sql()<{ id: string; name: string }[]>`
    select c.id, a.display_name as name from certificates c join bookings b on b.id = c.booking_id
    join accounts a on a.id = b.account_id
    where (select count(*) from accounts o where o.display_name = a.display_name) = 1 limit 1`;
  await signIn(page, certificate?.name ?? '');
  await expectClean(page, `/me/certificates/${certificate?.id}`);
});

test('no violation where conditions, questions, waiting and doors are run @both', async ({
  as,
}) => {
  const page = await atDesk(as, 'economyOfficer');
  const asks = await idOf(sql()`select offering_id as id from question_forms limit 1`);
  const question = await idOf(sql()`select id from questions where offering_id = ${asks} limit 1`);
  const answered = await idOf(
    sql()`select s.booking_id as id from answer_sheets s join bookings b on b.id = s.booking_id
      where b.offering_id = ${asks} limit 1`,
  );
  const base = `/desk/offerings/${asks}`;
  for (const path of [
    '/conditions',
    '/conditions/edit',
    '/questions',
    '/questions/new',
    '/questions/preview',
    `/questions/${question}`,
    `/questions/answers/${answered}`,
    '/waitlist',
    '/draw',
    '/draw/settings',
    '/roll',
    '/check-in',
    '/room-code',
    '/certificates',
  ]) {
    await expectClean(page, base + path);
  }
  for (const path of ['/desk/ratings', '/desk/appeals', '/desk/purges']) {
    await expectClean(page, path);
  }
});

test('no violation where a class, a draw and a screening are run @both', async ({ as }) => {
  const page = await atDesk(as, 'womenOfficer');
  const offering = await offeringOf(runningClass);
  const session = await idOf(
    sql()`select id from offering_sessions where offering_id = ${offering}`,
  );
  const booking = await idOf(
    sql()`select id from bookings where offering_id = ${offering} and status = 'booked' limit 1`,
  );
  const [drawn] = await sql()<{ id: string; offering: string }[]>`
    select id, offering_id as offering from draws where status = 'drawn' limit 1`;
  const drawnAt = `/desk/offerings/${drawn?.offering}`;
  for (const path of [
    `/desk/offerings/${offering}/staff`,
    `/desk/offerings/${offering}/roll`,
    `/class/${session}`,
    `/class/${session}/${booking}`,
    `/class/${session}/incidents`,
    `${drawnAt}/draw`,
    `${drawnAt}/draw/${drawn?.id}`,
    `${drawnAt}/waitlist`,
    `/desk/offerings/${await offeringOf('女职工两癌筛查')}/sessions/slots`,
  ]) {
    await expectClean(page, path);
  }
  await expectClean(await atDesk(as, 'hospitalDesk'), '/desk/hospital');
});

test('no violation where a service is made known, people are moved and a round is closed @both', async ({
  as,
}) => {
  const page = await atDesk(as, 'economyOfficer');
  const [past] = await sql()<{ offering: string; session: string; booking: string }[]>`
    select offering_id as offering, session_id as session, id as booking from bookings
    where kind = 'training' and status = 'attended' order by id limit 1`;
  const base = `/desk/offerings/${past?.offering}`;
  for (const path of [
    '/publicity',
    '/poster',
    '/book',
    `/bookings/${past?.booking}`,
    '/messages',
    '/messages/new',
    '/closing',
    '/closing/follow-ups?round=1&answer=employed',
    `/settings/merge?from=${past?.session}`,
    `/sessions/${past?.session}/conditions`,
  ]) {
    await expectClean(page, base + path);
  }
  for (const path of ['/desk/weekly', '/desk/reasons', '/desk/account/deputy', '/desk/who']) {
    await expectClean(page, path);
  }
  await expectClean(page, `/services/${past?.offering}/preview`);
});

test('no violation where a teacher writes to a class and an officer is invited @both', async ({
  as,
}) => {
  const { session = '' } =
    (
      await sql()<{ session: string }[]>`
        select session_id as session from class_staff
        where name = ${people.classTeacher} and removed_at is null limit 1`
    )[0] ?? {};
  const teacher = await as('classTeacher');
  for (const path of ['/messages', '/pick-up']) {
    await expectClean(teacher, `/class/${session}${path}`);
  }
  const member = await as('courier');
  await expectClean(member, '/staff/invitation');
});

test('no violation where a unit hands in its list @both', async ({ as }) => {
  const page = await atDesk(as, 'unionAdmin');
  const [session] = await sql()<{ id: string; offering: string }[]>`
    select s.id, s.offering_id as offering from offering_sessions s
    join offerings o on o.id = s.offering_id where o.title like '有限空间作业安全培训%'
    order by s.starts_at desc limit 1`;
  const list = await idOf(sql()`select id from unit_lists where status = 'submitted' limit 1`);
  for (const path of [
    '/desk/unit',
    '/desk/unit-lists',
    `/desk/unit-lists/${list}`,
    `/desk/unit-lists/new?offering=${session?.offering}&session=${session?.id}`,
    // Nothing there for this officer: the desk stays around it.
    '/desk/purges/none',
    '/desk/dashboard',
    '/dev/ui/desk',
  ]) {
    await expectClean(page, path);
  }
});
