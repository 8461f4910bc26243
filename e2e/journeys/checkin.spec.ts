import { pdfText } from '@/lib/testing/pdf-text';
import { aCourseToday, codeOn, counter, fire, openDoor, result } from '../door';
import { expect, given, test, then, when } from '../fixtures';
import { sql } from '../story';

test('a scanner at the door lets in, says who was there before, and turns strangers away @both', async ({
  as,
}) => {
  const course = await aCourseToday('走查：扫码签到', 3);
  const officer = await as('economyOfficer');
  const number = course.bookings[0]?.number ?? '';
  await given('a door that nobody has come through', async () => {
    await openDoor(officer, course);
    await expect(counter(officer)).toHaveText('0/3');
  });
  await when('a code is scanned', async () => fire(officer, number));
  await then('it is green, with a masked name, and counted', async () => {
    await expect(result(officer)).toHaveAttribute('data-tone', 'green');
    await expect(result(officer)).toContainText(/通过[\s\S]*\*[\s\S]*尾号/);
    await officer.getByRole('button', { name: '下一位' }).click();
    await expect(counter(officer)).toHaveText('1/3');
  });
  await then('the same code again is amber, with the time', async () => {
    // A page read anew does not take it for the trembling of one scan.
    await openDoor(officer, course);
    await fire(officer, number);
    await expect(result(officer)).toHaveAttribute('data-tone', 'amber');
    await expect(result(officer)).toContainText(/已签到 \d\d:\d\d/);
    await officer.keyboard.press('Escape');
    const stored =
      await sql()`select repeat_of from check_ins where session_id = ${course.session}`;
    expect(stored.filter((row) => row.repeat_of === null)).toHaveLength(1);
  });
  await then('a coupon and a forged code are red, in words', async () => {
    await fire(officer, 'https://example.com/coupon');
    await expect(result(officer)).toContainText('不是预约码');
    await officer.keyboard.press('Escape');
    await fire(officer, `/b/${'A'.repeat(50)}`);
    await expect(result(officer)).toHaveAttribute('data-tone', 'red');
    await officer.keyboard.press('Escape');
  });
});

test('without network scans wait on the device and are sent once when it is back @desktop', async ({
  as,
  stranger,
  signIn,
}) => {
  const course = await aCourseToday('走查：离线签到', 2);
  const [first, second] = course.bookings;
  const officer = await as('economyOfficer');
  const code = await given('the code that a member shows', async () => {
    const member = await stranger();
    await signIn(member, first?.account ?? '');
    await member.goto(`/me/bookings/${first?.id}`);
    const text = await codeOn(member);
    expect(text).toMatch(/^http.*\/b\/[\w-]+$/);
    return text;
  });
  await openDoor(officer, course);
  await when('the network is gone', async () => {
    await officer.context().setOffline(true);
    await fire(officer, code);
    // The code itself opens its line of the encrypted list, so the name is there without network.
    await expect(result(officer)).toContainText(/通过[\s\S]*\*[\s\S]*尾号/);
    await officer.getByRole('button', { name: '下一位' }).click();
    await fire(officer, second?.number ?? '');
    await expect(result(officer)).toContainText('已记下，待核对');
    await officer.getByRole('button', { name: '下一位' }).click();
    await expect(officer.getByText(/已记下 2 条/)).toBeVisible();
    expect(await sql()`select 1 from check_ins where session_id = ${course.session}`).toHaveLength(
      0,
    );
  });
  await when('another device has let one of them in meanwhile', async () => {
    const other = await as('economyOfficer');
    await openDoor(other, course);
    await fire(other, second?.number ?? '');
    await expect(result(other)).toHaveAttribute('data-tone', 'green');
  });
  await then('both are sent, the second is listed as there before', async () => {
    await officer.context().setOffline(false);
    await expect(counter(officer)).toHaveText('2/2', { timeout: 20_000 });
    await expect(officer.getByLabel('上传后要核对的')).toContainText('已签到');
    const rows = await sql()`select repeat_of from check_ins where session_id = ${course.session}`;
    expect(rows.filter((row) => row.repeat_of === null)).toHaveLength(2);
    expect(rows).toHaveLength(3);
  });
});

test('a certificate is issued, checked by a stranger, and void once revoked @desktop', async ({
  as,
  signIn,
  stranger,
}) => {
  const course = await aCourseToday('走查：结业证书', 1);
  const officer = await as('economyOfficer');
  await given('a course that everyone attended and that is over', async () => {
    await openDoor(officer, course);
    await fire(officer, course.bookings[0]?.number ?? '');
    await expect(result(officer)).toHaveAttribute('data-tone', 'green');
    await sql()`update offering_sessions set ends_at = greatest(starts_at + interval '1 second', now() - interval '1 second')
      where id = ${course.session}`;
  });
  await when('the officer issues certificates', async () => {
    await officer.goto(`/desk/offerings/${course.id}/certificates`);
    await officer.getByRole('button', { name: /给 1 人发结业证/ }).click();
    await expect(officer.getByText('有效')).toBeVisible();
  });
  const [made] = await sql()<{ id: string; number: string; token: string; holder: string }[]>`
    select id, number, check_token as token, holder from certificates where offering_id = ${course.id}`;
  await then('its holder has it as a file, with the name in it', async () => {
    const holder = await stranger();
    await signIn(holder, course.bookings[0]?.account ?? '');
    const answer = await holder.request.get(`/api/certificates/${made?.id}`);
    expect(answer.headers()['content-type']).toBe('application/pdf');
    expect(pdfText(await answer.body())).toContain(made?.holder);
  });
  const someone = await stranger();
  await then('a stranger reads that it is genuine, and no full name', async () => {
    await someone.goto(`/c/${made?.token}`);
    await expect(someone.getByRole('heading', { name: '证书有效' })).toBeVisible();
    await expect(someone.getByText(made?.number ?? '').first()).toBeVisible();
    await expect(someone.getByText(made?.holder ?? '', { exact: true })).toHaveCount(0);
  });
  await when('it is revoked with a reason', async () => {
    await officer.getByText('作废', { exact: true }).first().click();
    await officer.getByLabel(/^作废的原因/).fill('代课冒名');
    await officer.getByRole('button', { name: '作废', exact: true }).click();
    await expect(officer.getByText('原因：代课冒名')).toBeVisible();
  });
  await then('the same code says so', async () => {
    await someone.reload();
    await expect(someone.getByRole('heading', { name: '证书已作废' })).toBeVisible();
  });
});
