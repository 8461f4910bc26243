import sharp from 'sharp';
import { expectNothingWrong } from '../clean-page';
import { people } from '../demo';
import { expect, given, test, then, when } from '../fixtures';
import { anOpenOffering, sql } from '../story';

const photo = async (name = 'a.jpg') => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 320, height: 180, channels: 3, background: '#b98' } })
    .jpeg()
    .toBuffer(),
});

test('an officer looks at a service as a member, gives it a cover, shares it and hangs it up @desktop', async ({
  as,
  stranger,
}) => {
  const title = `走查：宣传${Date.now() % 100_000}`;
  const { id } = await anOpenOffering({ title, capacity: 5 });
  const officer = await as('economyOfficer');
  await given('she reads who sees it', async () => {
    await officer.goto(`/desk/offerings/${id}/publicity`);
    await expect(officer.getByText('所有人，不用登录能看到。')).toBeVisible();
    await expect(officer.locator('pre')).toContainText(`点开报名：http`);
  });
  await when('she sets a cover', async () => {
    await officer.getByRole('button', { name: '设为封面' }).click();
    await expect(officer.getByText('请选一张图片').first()).toBeVisible();
    await officer.getByLabel('图片').setInputFiles(await photo());
    await officer.getByLabel('图上是什么').fill('学员在实训室接线');
    await officer.getByRole('button', { name: '设为封面' }).click();
    await officer.waitForURL(/done=cover/);
  });
  await then('a stranger sees it, and the preview has it too', async () => {
    const member = await stranger();
    await member.goto(`/services/${id}`);
    const cover = member.getByRole('img', { name: '学员在实训室接线' });
    await expect(cover).toBeVisible();
    expect(await cover.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(320);
    await officer.goto(`/services/${id}/preview`);
    await expect(officer.getByText('预览：会员用手机看到的就是这样')).toBeVisible();
    await expect(officer.getByText(title).first()).toBeVisible();
  });
  await then('the poster is one sheet, on A4 and on A3', async () => {
    for (const [size, width, height] of [
      ['a4', 595, 842],
      ['a3', 842, 1191],
    ] as const) {
      await officer.goto(`/desk/offerings/${id}/poster?size=${size}`);
      const file = (await officer.pdf({ preferCSSPageSize: true })).toString('latin1');
      const boxes = [...file.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
      const sizes = boxes.map(([, w, h]) => [Math.round(Number(w)), Math.round(Number(h))]);
      expect(sizes, size).toEqual([[width, height]]);
    }
  });
});

test('an officer closes a course with a paragraph and photos, never more than may be @desktop', async ({
  as,
  stranger,
}) => {
  const title = `走查：小结${Date.now() % 100_000}`;
  const { id, session } = await anOpenOffering({ title, capacity: 5 });
  const officer = await as('economyOfficer');
  const here = `/desk/offerings/${id}/closing`;
  await officer.goto(here);
  await expect(officer.getByText('还没有办完的场次')).toBeVisible();
  await sql()`update offering_sessions set starts_at = now() - interval '3 days', ends_at = now() - interval '2 days'
    where id = ${session}`;
  await when('she chooses more photos than there may be', async () => {
    await officer.goto(here);
    await officer.getByLabel('照片里在做什么').fill('学员在练习');
    const many = await Promise.all(Array.from({ length: 13 }, (_, n) => photo(`${n}.jpg`)));
    await officer.getByLabel('照片', { exact: true }).setInputFiles(many);
    await expect(officer.getByText('一次最多 12 张，您选了 13 张，一张也没有传')).toBeVisible();
    await expect(officer.getByLabel('照片里在做什么')).toHaveValue('学员在练习');
  });
  await when('she chooses two, and the people on them agree', async () => {
    const two = [await photo('1.jpg'), await photo('2.jpg')];
    await officer.getByLabel('照片', { exact: true }).setInputFiles(two);
    await officer.getByRole('button', { name: '加照片' }).click();
    await expect(officer.getByText('请先问过照片里的人').first()).toBeVisible();
    await officer.getByLabel(/已同意公开/).check({ force: true });
    await officer.getByRole('button', { name: '加照片' }).click();
    await officer.waitForURL(/done=photos/);
  });
  const member = await stranger();
  await then('nobody sees them before the paragraph is published', async () => {
    await member.goto(`/services/${id}`);
    await expect(member.getByText('办得怎么样')).toHaveCount(0);
    await officer.getByLabel('一段话').fill('三天的课，学员从接线学到检修。');
    await officer.getByRole('button', { name: '发布小结' }).click();
    await officer.waitForURL(/done=published/);
    await member.reload();
    await expect(member.getByText('三天的课，学员从接线学到检修。')).toBeVisible();
    await expect(member.getByRole('img', { name: '学员在练习' })).toHaveCount(2);
  });
});

test('a member says where he is three months after a course, and the officer counts it', async ({
  as,
}) => {
  const [asked] = await sql()<{ id: string; offering: string }[]>`
    insert into follow_ups (id, offering_id, organiser_id, booking_id, account_id, person_id, round, months, asked_at)
    select gen_random_uuid(), b.offering_id, b.organiser_id, b.id, b.account_id, b.person_id, 1, 3, now()
    from bookings b join accounts a on a.id = b.account_id
    where a.display_name = ${people.courier} and b.kind = 'training' and b.status = 'attended' limit 1
    returning id, offering_id as offering`;
  const member = await as('courier');
  await when('he opens it and answers', async () => {
    await member.goto(`/me/follow-ups/${asked?.id}`);
    await member.getByRole('button', { name: '提交' }).click();
    await expect(member.getByText('请选现在的情况').first()).toBeVisible();
    await expectNothingWrong(member, 'a follow-up that was not answered');
    await member.getByLabel(/^就业/).check({ force: true });
    await member.getByRole('button', { name: '提交' }).click();
    await expect(member.getByText('已记下：就业。谢谢。')).toBeVisible();
  });
  await then('the officer reads one of one, and opens the number', async () => {
    const officer = await as('economyOfficer');
    await officer.goto(`/desk/offerings/${asked?.offering}/closing`);
    await expect(officer.getByRole('row', { name: /3 个月后/ })).toContainText('100%');
    await officer.goto(
      `/desk/offerings/${asked?.offering}/closing/follow-ups?round=1&answer=employed`,
    );
    await expect(officer.getByRole('cell', { name: /\*/ }).first()).toBeVisible();
  });
});
