import { randomUUID } from 'node:crypto';
import { invented } from '@/db/seed/federation';
import { openSession, sql } from '../demo';
import { otherAccount } from './actors';

async function one(what: string, query: Promise<readonly { id: string }[]>): Promise<string> {
  const [row] = await query;
  if (!row) throw new Error(`the demo has no ${what}`);
  return row.id;
}

const unitCourse = '有限空间作业安全培训（单位统一报名）';
const { root, story, people } = invented;
const platform = story.platformUnion;
const organisation = (name: string) =>
  one(name, sql()<{ id: string }[]>`select id from organisations where name = ${name}`);
const courier = () =>
  one(
    'courier',
    sql()<{ id: string }[]>`select id from accounts where display_name = ${people.courier}`,
  );
const offering = (title: string) =>
  one(title, sql()<{ id: string }[]>`select id from offerings where title = ${title}`);
const ownBooking = (account: string, of: string) =>
  one(
    'own booking',
    sql()<{ id: string }[]>`
      select id from bookings where account_id = ${account} and offering_id = ${of} order by id limit 1`,
  );

/** Applications on the desk of the first member's union, the first member's own one, and a decision to undo. */
async function cases(union: string, account: string) {
  const waiting = sql()<{ id: string }[]>`
    select id from membership_applications
    where desk_id = ${union} and status = 'submitted' order by submitted_at desc, id limit 1`;
  const application = await one('waiting application', waiting);
  const [officer] = await sql()<{ id: string }[]>`
    select account_id as id from role_grants where organisation_id = ${union} limit 1`;
  const decision = randomUUID();
  await sql()`
    insert into application_decisions (id, application_id, decision, officer_id, at, undo_until, message_prefix, before)
    select ${decision}, id, 'sent_back', ${officer?.id ?? null}, now(), now() + interval '1 hour', 'none',
      jsonb_build_object('columns', jsonb_build_object('status', 'in_review', 'deskId', desk_id, 'step', step,
        'dueOn', due_on, 'openedAt', opened_at, 'sentBackFields', '[]'::jsonb), 'version', version - 1, 'made', '{}'::jsonb)
    from membership_applications where desk_id = ${union} and status = 'sent_back' limit 1`;
  const [own] = await sql()<{ id: string }[]>`
    select id from membership_applications where account_id = ${account} limit 1`;
  const bulkRun = randomUUID();
  await sql()`insert into bulk_runs (id, batch_id, kind, started_by, total)
    values (${bulkRun}, ${bulkRun}, 'applications', ${officer?.id ?? null}, 1)`;
  await sql()`insert into bulk_rows (id, run_id, position, entity_id, version)
    values (gen_random_uuid(), ${bulkRun}, 1, ${application}, 1)`;
  const bookImport = randomUUID();
  await sql()`insert into imports (id, book, organisation_id, status, file_name, file_index, notes, uploaded_by, created_at)
    values (${bookImport}, 'members', ${union}, 'ready', '名册.xlsx', 'none', ${sql().json({
      ...{
        headings: ['姓名'],
        headingRow: 1,
        rows: 1,
        hiddenRows: 0,
        hiddenColumns: 0,
        hiddenSheets: 0,
      },
    })}, ${officer?.id ?? null}, now())`;
  const ownApplication = own?.id ?? (await cloneFor(account));
  return { application, decision, ownApplication, bulkRun, bookImport };
}

/** The seeded member joined before the portal; an approved application gives the progress page something to show. */
async function cloneFor(account: string): Promise<string> {
  const id = randomUUID();
  await sql()`
    insert into membership_applications
    select (jsonb_populate_record(a, jsonb_build_object('id', ${id}::uuid, 'number', 'RH20-0101-0001',
      'account_id', ${account}::uuid, 'person_id', (select id from people where account_id = ${account})))).*
    from membership_applications a where status = 'approved' order by a.id limit 1`;
  return id;
}

/** A second guardian, invited by the first member and not yet there: the plain member of 桥圩镇. */
async function invitation(child: string, account: string, guest: string): Promise<string> {
  const [there] = await sql()<{ id: string }[]>`
    select id from guardians where child_id = ${child} and status = 'invited' limit 1`;
  if (there) return there.id;
  const id = randomUUID();
  await sql()`
    insert into guardians (id, child_id, status, invited_phone_index, invited_phone_tail, invited_by, expires_at)
    select ${id}, ${child}, 'invited', phone_index, phone_tail, ${account}, now() + interval '2 days'
    from accounts where id = ${guest}`;
  return id;
}

/** A correction that the first member has begun, so that there is one of the member's own. */
async function beganCorrection(account: string, union: string): Promise<string> {
  const [there] = await sql()<{ id: string }[]>`
    select id from identity_corrections where account_id = ${account} and status = 'draft' limit 1`;
  if (there) return there.id;
  const id = randomUUID();
  await sql()`
    insert into identity_corrections (id, account_id, person_id, subject_id, organisation_id, status, fields, created_at)
    select ${id}, ${account}, p.id, p.id, ${union}, 'draft', '{name}', now() from people p
    where p.account_id = ${account}`;
  return id;
}

/** A message that was written to a 人群 and not sent. */
async function segmentMessage(segment: string): Promise<string> {
  const [there] = await sql()<{ id: string }[]>`
    select id from announcements where segment_id = ${segment} limit 1`;
  if (there) return there.id;
  const id = randomUUID();
  await sql()`
    insert into announcements (id, organiser_id, segment_id, definition, audience, status, body, by_sms,
      created_by, sender_label, created_at)
    select ${id}, organisation_id, id, definition, 'segment', 'draft', '请登录看看', false, created_by, creator_label, now()
    from segments where id = ${segment}`;
  return id;
}

/** What the courses, the bookings and the family of the first member are known by. */
async function services(account: string) {
  const safety = await offering('骑手安全课：雨天怎么骑');
  const childcare = await offering(`2027寒假职工子女托管班（${story.town}）`);
  const session = sql()<{ id: string }[]>`
    select id from offering_sessions where offering_id = ${safety} order by starts_at limit 1`;
  const otherSession = sql()<{ id: string }[]>`
    select id from offering_sessions where offering_id = ${safety} order by starts_at desc limit 1`;
  const running = await offering(`${story.town}放学后托管班（2026秋）`);
  const classSession = sql()<{ id: string }[]>`
    select id from offering_sessions where offering_id = ${running}`;
  const classStaff = sql()<{ id: string }[]>`
    select st.id from class_staff st join offering_sessions s on s.id = st.session_id
    where s.offering_id = ${running} order by st.id limit 1`;
  const pending = sql()<{ id: string }[]>`
    select b.id from bookings b join offerings o on o.id = b.offering_id
    where b.status = 'pending' and o.title = ${`2027寒假职工子女托管班（${story.town}）`} order by b.id limit 1`;
  const unitSession = sql()<{ id: string }[]>`
    select s.id from offering_sessions s join offerings o on o.id = s.offering_id
    where o.title = ${unitCourse} order by s.starts_at desc limit 1`;
  const unitList = sql()<
    { id: string }[]
  >`select id from unit_lists where status = 'submitted' limit 1`;
  const draw = sql()<{ id: string }[]>`select id from draws where status = 'drawn' limit 1`;
  const drawnClass = sql()<
    { id: string }[]
  >`select offering_id as id from draws where status = 'drawn' limit 1`;
  const child = sql()<{ id: string }[]>`
    select g.child_id as id from guardians g join people p on p.id = g.person_id
    where p.account_id = ${account} and g.status = 'confirmed' limit 1`;
  return {
    offering: safety,
    session: await one('session', session),
    otherSession: await one('other session', otherSession),
    draft: await offering(`2027暑期职工子女托管班（${story.draftTown}）`),
    cancelledOffering: await offering('无人机操控体验课'),
    screening: await offering('女职工两癌筛查'),
    childcare,
    runningClass: running,
    classSession: await one('class session', classSession),
    classStaff: await one('class staff', classStaff),
    classBooking: await ownBooking(account, running),
    draw: await one('draw', draw),
    drawnClass: await one('drawn class', drawnClass),
    unitOffering: await offering(unitCourse),
    unitSession: await one('unit session', unitSession),
    unitList: await one('unit list', unitList),
    booking: await ownBooking(account, safety),
    sentBackBooking: await ownBooking(account, childcare),
    pendingBooking: await one('pending booking', pending),
    child: await one('child', child),
  };
}

/** One id of each kind in the demo federation, in 江南街道 and around the first member. */
export async function findPlaces() {
  const guest = await otherAccount();
  const union = await organisation(platform);
  const account = await courier();
  const member = sql()<{ id: string; account: string; name: string }[]>`
    select id, account_id as account, name from people where union_id = ${union}
      and account_id not in (${account}, (select account_id from role_grants where organisation_id = ${union} limit 1))
    order by id limit 1`;
  const grant = sql()<{ id: string }[]>`
    select id from role_grants where organisation_id = ${union} and revoked_at is null limit 1`;
  const employer = sql()<{ id: string }[]>`
    select e.id from employers e join organisations o on o.id = e.union_id
    where o.name = ${story.foodUnion} order by e.id limit 1`;
  const code = sql()<{ id: string }[]>`
    select join_code as id from organisations where id = ${union}`;
  const transfer = sql()<{ id: string }[]>`
    select id from transfer_requests where organisation_id = ${union} and kind = 'joining'
    order by created_at limit 1`;
  const workRequest = sql()<{ id: string }[]>`
    select id from transfer_requests where organisation_id = ${union} and kind = 'work'
    order by created_at limit 1`;
  const move = sql()<{ id: string }[]>`
    select id from transfers where from_id = ${union} order by created_at limit 1`;
  const membershipCase = sql()<{ id: string }[]>`
    select id from membership_cases where organisation_id = ${union} order by opened_at limit 1`;
  const leaveRequest = sql()<{ id: string }[]>`
    select id from transfer_requests where organisation_id = ${union} and kind = 'leave'
    order by created_at limit 1`;
  const correction = sql()<{ id: string }[]>`
    select id from identity_corrections where organisation_id = ${union} and status <> 'draft'
      and account_id <> ${account} order by created_at limit 1`;
  const proof = sql()<{ id: string }[]>`
    select p.id from correction_proofs p join identity_corrections c on c.id = p.correction_id
    where c.organisation_id = ${union} and c.account_id <> ${account} order by p.added_at limit 1`;
  const found = await services(account);
  const venue = sql()<{ id: string }[]>`
    select id from venues where name = ${`${story.town}职工之家`}`;
  const entry = sql()<{ id: string }[]>`
    select r.employer_id as id from register_entries r join organisations o on o.id = r.place_id
    where o.name = ${`${story.town}总工会`} order by r.employer_id limit 1`;
  const segment = sql()<{ id: string }[]>`
    select id from segments where organisation_id = ${union} order by created_at limit 1`;
  const founding = sql()<{ id: string }[]>`
    select f.id from foundings f join organisations o on o.id = f.place_id
    where o.name = ${`${story.town}总工会`} order by f.id limit 1`;
  const foundingFirm = sql()<{ id: string }[]>`
    select employer_id as id from founding_employers where released_at is null
    order by employer_id limit 1`;
  const pair = sql()<{ id: string }[]>`
    select id from duplicate_pairs where kind = 'person' and status = 'open' order by points desc, id limit 1`;
  const mergedPair = (kind: string) => sql()<{ id: string }[]>`
    select id from duplicate_pairs where kind = ${kind} and status = 'merged' limit 1`;
  const merge = sql()<
    { id: string }[]
  >`select id from record_merges where undone_at is not null limit 1`;
  const home = sql()<{ id: string }[]>`
    select id from organisations where name = ${`${story.town}网上会员之家`}`;
  return {
    union,
    entry: await one('entry of the register', entry),
    home: await one('home', home),
    pair: await one('pair of people', pair),
    mergedPair: await one('merged pair of people', mergedPair('person')),
    mergedFirms: await one('merged pair of employers', mergedPair('employer')),
    merge: await one('merge that was taken apart', merge),
    founding: await one('founding', founding),
    foundingFirm: await one('employer of the founding', foundingFirm),
    account,
    industry: await organisation('快递行业工会联合会'),
    town: await organisation(`${story.town}总工会`),
    federation: await organisation(root),
    otherTown: await organisation(`${story.millTown}总工会`),
    joinCode: await one('join code', code),
    employer: await one('employer', employer),
    venue: await one('venue', venue),
    member: await one('member', member),
    transfer: await one('transfer', transfer),
    workRequest: await one('request to change work', workRequest),
    move: await one('transfer by both sides', move),
    membershipCase: await one('case of a membership', membershipCase),
    leaveRequest: await one('request to leave', leaveRequest),
    correction: await one('correction', correction),
    proof: await one('proof', proof),
    ownCorrection: await beganCorrection(account, union),
    memberName: (await member)[0]?.name ?? '',
    grant: await one('grant', grant),
    segment: await one('segment', segment),
    segmentMessage: await segmentMessage(await one('segment', segment)),
    ...(await cases(union, account)),
    ...found,
    memberAccount: (await member)[0]?.account ?? '',
    invitation: await invitation(found.child, account, guest),
    ownSession: (await openSession(account, 'member')).sessionId,
    /** Nobody's, nothing's. */
    nothing: randomUUID(),
  };
}
export type Places = Awaited<ReturnType<typeof findPlaces>>;
