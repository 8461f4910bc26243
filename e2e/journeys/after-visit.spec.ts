import { randomUUID } from 'node:crypto';
import { expect, given, test, then, when } from '../fixtures';
import { aMemberName, anOpenOffering, sql, tick } from '../story';

interface Visit {
  who: string;
  status: 'attended' | 'absent';
  daysAgo: number;
}

/** A course of some days ago at which a member was, or was not. */
async function aVisit({ who, status, daysAgo }: Visit): Promise<{ id: string; offering: string }> {
  const title = `走查：${daysAgo} 天前的课`;
  const { id: offering, session } = await anOpenOffering({ title, capacity: 9 });
  const id = randomUUID();
  const db = sql();
  await db`
    update offering_sessions set starts_at = now() - make_interval(days => ${daysAgo}, hours => 3),
      ends_at = now() - make_interval(days => ${daysAgo}, hours => 1) where id = ${session}`;
  await db`
    insert into bookings (id, number, session_id, offering_id, kind, account_id, person_id, attendee_id,
      organisation_id, organiser_id, status, period, attendee_masked, phone_tail, created_at)
    select ${id}, 'YY26-0102-' || lpad((floor(random() * 9000000))::int::text, 7, '0'), s.id, s.offering_id,
      'training', p.account_id, p.id, p.id, p.union_id, o.organisation_id, ${status},
      tstzmultirange(tstzrange(s.starts_at, s.ends_at)), left(p.name, 1) || '**', a.phone_tail, now() - interval '60 days'
    from accounts a join people p on p.account_id = a.id, offering_sessions s join offerings o on o.id = s.offering_id
    where a.display_name = ${who} and s.id = ${session}`;
  await db`update session_capacity set taken = 1 where session_id = ${session}`;
  return { id, offering };
}

test('who stayed away three times waits thirty days, appeals, and may book again at once', async ({
  as,
  stranger,
  signIn,
}) => {
  const who = await aMemberName();
  const missed = await given('three places that were left empty', async () => {
    for (const daysAgo of [60, 30]) await aVisit({ who, status: 'absent', daysAgo });
    return aVisit({ who, status: 'absent', daysAgo: 3 });
  });
  const wanted = await anOpenOffering({ title: '走查：想报的课', capacity: 5 });
  const member = await stranger();
  await signIn(member, who);
  await then('she reads the rule, how she stands and until when', async () => {
    await member.goto(`/services/${wanted.id}`);
    const page = member.getByRole('main');
    await expect(page).toContainText('90 天内 3 次预约了没来，30 天不能再报同类服务');
    await expect(page).toContainText(/已有 3 次没来，.*起可以再报/);
  });
  await when('she appeals against the last one', async () => {
    await member
      .getByRole('link', { name: /有正当原因，可以申诉/ })
      .first()
      .click();
    await member.waitForURL(`**/me/bookings/${missed.id}/appeal`);
    await member.getByLabel('为什么没能来').fill('那天临时加班，走不开。');
    await member.getByRole('button', { name: '提交申诉' }).click();
    await expect(member.getByText('申诉待答复')).toBeVisible();
  });
  await when('the organiser accepts it', async () => {
    const officer = await as('economyOfficer');
    await officer.goto(`/desk/appeals?case=${missed.id}`);
    await expect(officer.getByText('那天临时加班，走不开。')).toBeVisible();
    await officer.getByRole('button', { name: '同意，不计爽约' }).click();
    await expect(officer.getByText('已答复，已通知本人')).toBeVisible();
  });
  await then('she books', async () => {
    await member.goto(`/services/${wanted.id}/book?s=${wanted.session}`);
    await member.getByRole('button', { name: '提交预约' }).click();
    await member.waitForURL(/\/me\/bookings\//);
  });
  await then('the look at her words is on record', async () => {
    const looks = await sql()`
      select 1 from audit_entries where action = 'view_appeal' and entity_id = ${missed.id}`;
    expect(looks.length).toBeGreaterThan(0);
  });
});

test('a poor rating becomes a task, is answered, and the person says whether it helped', async ({
  as,
  stranger,
  signIn,
}) => {
  const who = await aMemberName();
  const visit = await aVisit({ who, status: 'attended', daysAgo: 1 });
  const member = await stranger();
  await signIn(member, who);
  const path = `/me/ratings/booking/${visit.id}`;
  await when('she rates a visit 不满意 and says why', async () => {
    await member.goto(`/me/bookings/${visit.id}`);
    await member.getByRole('link', { name: /评价这次服务/ }).click();
    await member.getByRole('link', { name: /^不满意/ }).click();
    await tick(member, '等得久');
    await member.getByLabel(/想说的话/).fill('签到排了半小时。');
    await member.getByRole('button', { name: '提交评价' }).click();
    await expect(member.getByText(/已交组织单位整改，.*前答复您/)).toBeVisible();
  });
  const officer = await as('economyOfficer');
  await when('the organiser answers in time', async () => {
    const [task] = await sql()<{ id: string }[]>`
      select r.id from ratings r join rating_tasks t on t.rating_id = r.id where r.entity_id = ${visit.id}`;
    await officer.goto(`/desk/ratings?case=${task?.id}`);
    await expect(officer.getByText('签到排了半小时。')).toBeVisible();
    await expect(officer.getByText('答复期限')).toBeVisible();
    await expect(officer.getByText(who)).toHaveCount(0);
    await officer.getByLabel('查到了什么，怎么改的').fill('下次开两个签到口。');
    await officer.getByRole('button', { name: '答复本人' }).click();
    await expect(officer.getByText('已答复，已通知本人确认')).toBeVisible();
  });
  await then('she reads it, and it is solved only when she says so', async () => {
    await member.goto(path);
    await expect(member.getByText('下次开两个签到口。')).toBeVisible();
    await member.getByRole('button', { name: '已解决', exact: true }).click();
    await expect(member.getByText('您已确认解决')).toBeVisible();
  });
  await then('the guide to joining carries the average of those who rated it', async () => {
    await member.goto('/guide/join');
    await expect(member.getByText(/[345]\.\d/).first()).toBeVisible();
  });
});
