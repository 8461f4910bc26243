import { people } from '../demo';
import { alertOn, expect, given, test, then, when } from '../fixtures';
import { keysAlive } from '../keys';
import { applyByCode, newWorker, sql } from '../story';

// One step of review; the two-step union is in the story of the scanned code.
const newForms = '江南街道保安环卫联合工会';

test('sent back, corrected, approved', async ({ page, as }) => {
  await newWorker(page);
  const made = await given('an application', () => applyByCode(page, newForms, { name: '周念安' }));
  const officer = await as('townAdmin');
  await when('the officer asks for the name again', async () => {
    await officer.goto(`/desk?case=${made.id}`);
    await officer.locator('summary', { hasText: '退回补正' }).click();
    const form = officer.getByRole('form', { name: '退回补正' });
    await form.getByRole('checkbox', { name: '姓名', exact: true }).check({ force: true });
    await form.getByRole('textbox').fill('姓名与证件不一致，请照身份证写');
    await form.getByRole('button', { name: '退回给申请人' }).click();
    await officer.waitForURL(/undo=/);
  });
  await then('the worker sees which field and goes straight to it', async () => {
    await page.goto(`/applications/${made.id}`);
    await expect(page.getByText('姓名与证件不一致').first()).toBeVisible();
    await page.getByRole('link', { name: '去改姓名' }).click();
    await page.getByLabel('您的姓名').fill('周念安安');
    // What the union wrote stands on the page where it is put right; it is no step of a way.
    await expect(page.getByText('姓名与证件不一致')).toBeVisible();
    await expect(page.getByText(/第 \d 步/)).toHaveCount(0);
    await page.getByRole('button', { name: '保存并返回' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/join'));
    await page.goto(`/applications/${made.id}`);
    await expect(page.getByText('姓名与证件不一致，请照身份证写')).toHaveCount(1);
    await page.getByRole('button', { name: '重新提交' }).click();
    await expect(page.getByRole('heading', { name: '已重新提交' })).toBeVisible();
    // An opened one cannot be withdrawn any more, so the receipt does not say so.
    await expect(page.getByText('可以撤回')).toHaveCount(0);
  });
  await when('the officer approves the corrected one', async () => {
    await officer.goto(`/desk?case=${made.id}`);
    await expect(officer.getByText('改了姓名：周** → 周***')).toBeVisible();
    await officer.getByRole('button', { name: /^通过/ }).click();
    await officer.waitForURL(/undo=/);
  });
  await then('there is a membership', async () => {
    const rows = await sql()`
      select m.member_no from memberships m join membership_applications a on a.person_id = m.person_id
      where a.id = ${made.id}`;
    expect(rows).toHaveLength(1);
  });
});

test('refused with a reason, and free to apply again', async ({ page, as }) => {
  await newWorker(page);
  const made = await applyByCode(page, newForms, { name: '谢知非' });
  const officer = await as('townAdmin');
  await when('the officer refuses without a reason, then with one', async () => {
    await officer.goto(`/desk?case=${made.id}`);
    await officer.locator('summary', { hasText: '不予通过' }).click();
    const form = officer.getByRole('form', { name: '不予通过' });
    await form.getByRole('button', { name: '不予通过' }).click();
    await expect(alertOn(officer)).toBeVisible();
    await form.getByRole('textbox').fill('不在港南区工作');
    await form.getByRole('button', { name: '不予通过' }).click();
    await officer.waitForURL(/undo=/);
  });
  await then('the worker reads why and may start again', async () => {
    await page.goto(`/applications/${made.id}`);
    await expect(page.getByText('不在港南区工作').first()).toBeVisible();
    await expect(page.getByRole('link', { name: '重新申请' })).toBeVisible();
  });
});

test('withdrawn before anyone opened it; afterwards not any more', async ({ page, as }) => {
  await newWorker(page);
  const first = await applyByCode(page, newForms, { name: '覃冬青' });
  await when('she takes it back', async () => {
    await page.goto(`/applications/${first.id}`);
    await page.getByText('撤回申请').click();
    await page.getByRole('button', { name: '确认撤回' }).click();
    await expect(page.getByText('已撤回').first()).toBeVisible();
  });
  const second = await applyByCode(page, newForms, { name: '覃冬青', idNumber: first.idNumber });
  const officer = await as('townAdmin');
  await officer.goto(`/desk?case=${second.id}`);
  await then('an opened one offers no withdrawal', async () => {
    const open = () => sql()`select status from membership_applications where id = ${second.id}`;
    await expect.poll(async () => (await open())[0]?.status).toBe('in_review');
    await page.goto(`/applications/${second.id}`);
    await expect(page.getByText('撤回申请')).toHaveCount(0);
  });
});

test('two officers at once: one decides, the other is told who and when', async ({ page, as }) => {
  await newWorker(page);
  const made = await applyByCode(page, newForms, { name: '李向晚' });
  const [one, two] = [await as('townAdmin'), await as('organisationOfficer')];
  await given('both have it open', async () => {
    await one.goto(`/desk?case=${made.id}`);
    await two.goto(`/desk?case=${made.id}`);
  });
  await then('the second sees who else has it open', async () => {
    await expect(two.getByText('莫振华 也打开着这一件')).toBeVisible();
  });
  await when('the first approves', async () => {
    await one.getByRole('button', { name: /^通过/ }).click();
    await one.waitForURL(/undo=/);
  });
  await then('the second reads whose decision stands', async () => {
    await two.getByRole('button', { name: /^通过/ }).click();
    await expect(two.getByText(/已由 莫振华 于/).first()).toBeVisible();
  });
});

test('a case is handed over with a note that its applicant never sees', async ({ page, as }) => {
  await newWorker(page);
  const made = await applyByCode(page, newForms, { name: '黄秋白' });
  const [one, two] = [await as('townAdmin'), await as('organisationOfficer')];
  await when('the first writes a note and hands the case over', async () => {
    await one.goto(`/desk?case=${made.id}`);
    await one.locator('summary', { hasText: '写备注' }).click();
    const note = one.getByRole('form', { name: '写备注' });
    await note.getByRole('textbox').fill('已电话核实，周五前到窗口');
    await note.getByRole('button', { name: '保存备注' }).click();
    await expect(one.getByText('已电话核实，周五前到窗口').first()).toBeVisible();
    await one.locator('summary', { hasText: '交给同事' }).click();
    const to = one.getByRole('form', { name: '交给同事' });
    const [officer] =
      await sql()`select id from accounts where display_name = ${people.organisationOfficer}`;
    await to.getByLabel('交给谁').selectOption(String(officer?.id));
    await to.getByRole('button', { name: '交给他，并通知' }).click();
    await expect(one.getByText(`由 ${people.organisationOfficer} 办理`)).toBeVisible();
  });
  await then('the colleague finds it among hers, with the note', async () => {
    await two.goto('/desk?mine=1');
    await two.locator(`a[data-case="${made.id}"]`).click();
    await expect(two.getByText('由您办理')).toBeVisible();
    await expect(two.getByText('已电话核实，周五前到窗口')).toBeVisible();
  });
  await then('the applicant reads nothing of it', async () => {
    await page.goto(`/applications/${made.id}`);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await expect(page.getByText('已电话核实')).toHaveCount(0);
  });
});

test('an officer changes her mind within ten seconds, and no message has left', async ({
  page,
  as,
}) => {
  await newWorker(page);
  const made = await applyByCode(page, newForms, { name: '梁知秋' });
  const officer = await as('townAdmin');
  await officer.goto(`/desk?case=${made.id}`);
  await officer.getByRole('button', { name: /^通过/ }).click();
  await expect(officer.getByRole('button', { name: /撤销（/ })).toBeVisible();
  // By its key; the button says how long it lasts.
  await keysAlive(officer);
  await officer.keyboard.press('u');
  await officer.waitForURL((url) => !url.search.includes('undo='));
  await then('it is back on the desk and nobody was told', async () => {
    const [row] = await sql()`select status from membership_applications where id = ${made.id}`;
    expect(row?.status).toBe('in_review');
    const notified = await sql()`
      select 1 from notices n where n.dedupe_key like ${`application:${made.id}:%approved`} and n.cancelled_at is null`;
    expect(notified).toHaveLength(0);
  });
});

test('another town’s officer gets 404, and the case stays unopened', async ({ page, as }) => {
  await newWorker(page);
  const made = await applyByCode(page, newForms, { name: '莫听雨' });
  const stranger = await as('otherTownAdmin');
  const answer = await stranger.goto(`/desk?case=${made.id}`);
  expect(answer?.status()).toBe(404);
  await expect(stranger.getByText('莫听雨')).toHaveCount(0);
  const [row] = await sql()`select opened_at from membership_applications where id = ${made.id}`;
  expect(row?.opened_at).toBeNull();
});

test('a role taken away counts at the next request', async ({ stranger, signIn }) => {
  const page = await stranger();
  await signIn(page, '莫振华', 'staff');
  await page.goto('/desk');
  await expect(page).toHaveURL(/\/desk/);
  const revoke = sql()`update role_grants set revoked_at = now() where account_id =
    (select account_id from role_grants g join accounts a on a.id = g.account_id where a.display_name = '谢永福' limit 1)`;
  await signIn(page, '谢永福', 'staff');
  await page.goto('/desk');
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await revoke;
  await page.goto('/desk');
  await expect(page).toHaveURL(/\/staff\/login/);
  await sql()`update role_grants set revoked_at = null where account_id =
    (select id from accounts where display_name = '谢永福' limit 1)`;
});

test('thirty cases by keyboard and in bulk, with a result per row @desktop', async ({
  page,
  as,
  stranger,
}) => {
  const names = ['甲一', '乙二', '丙三'];
  const ids: string[] = [];
  for (const name of names) {
    const worker = await stranger();
    await newWorker(worker);
    ids.push((await applyByCode(worker, newForms, { name: `批量${name}` })).id);
    await worker.context().close();
  }
  const officer = await as('townAdmin');
  await when('she moves by J and opens help by ?', async () => {
    await officer.goto('/desk?kind=membership');
    await keysAlive(officer);
    await officer.keyboard.press('j');
    await officer.waitForURL(/case=/);
    await officer.keyboard.press('?');
    await expect(officer.getByRole('dialog')).toBeVisible();
    await officer.keyboard.press('Escape');
  });
  await when('she ticks three and approves them together', async () => {
    await officer.goto('/desk');
    await officer.getByRole('main').getByRole('searchbox').fill('批量');
    await officer.keyboard.press('Enter');
    await officer.waitForURL(/q=/);
    await officer.getByRole('link', { name: /^待我办/ }).click();
    await officer.waitForURL(/view=waiting/);
    for (const id of ids) await officer.locator(`input[name=item][value="${id}"]`).check();
    await officer.getByRole('button', { name: '批量办理…' }).click();
    await officer.waitForURL(/\/desk\/bulk\//);
    await officer.getByRole('button', { name: '通过这 3 件' }).click();
  });
  await then('each row says what became of it', async () => {
    await expect(officer.getByText('已通过')).toHaveCount(3);
  });
  expect(page.url()).toContain('about:blank');
});
