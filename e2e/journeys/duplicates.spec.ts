import { expect, given, test, then, when } from '../fixtures';
import { sql, tick } from '../story';

/** The one of the demo who has a new number: a 会籍 under the old one, nothing under the new. */
async function waitingPair() {
  const [row] = await sql()<{ id: string; name: string; person: string }[]>`
    select d.id, p.name, p.id as person from duplicate_pairs d join memberships m on m.person_id in (d.a_id, d.b_id)
    join people p on p.id = m.person_id
    where d.kind = 'person' and d.status = 'open'
      and not exists (select 1 from transfer_requests t where t.person_id in (d.a_id, d.b_id) and t.status = 'requested')
    order by d.id limit 1`;
  if (!row) throw new Error('nobody is entered twice');
  return row;
}

test('two records of one person are made one and taken apart again @desktop', async ({ as }) => {
  const officer = await as('organisationOfficer');
  const pair = await waitingPair();
  await given('the list says who is entered twice, and why', async () => {
    await officer.goto('/desk/duplicates');
    const line = officer.getByRole('row').filter({ hasText: pair.name });
    await expect(line).toContainText('用过同一个手机号');
    await expect(line).toContainText('没有会籍');
    await line.getByRole('link', { name: '核对' }).click();
    await expect(officer.getByRole('heading', { level: 1 })).toHaveText('这两条是同一个吗？');
  });
  await when('they are merged without a word why, what was chosen stays', async () => {
    const phone = officer.getByRole('group', { name: /本人现在用哪个手机号/ });
    await tick(officer, /记录一：139/);
    const chosen = await phone.getByRole('radio', { checked: true }).getAttribute('value');
    await officer.getByRole('button', { name: '合并成一条' }).click();
    await expect(officer.getByText('请写怎么核实是同一个的').first()).toBeVisible();
    await expect(phone.getByRole('radio', { checked: true })).toHaveAttribute(
      'value',
      chosen ?? '',
    );
  });
  await then('with a reason they are one, and both numbers are told', async () => {
    await officer.getByLabel('怎么核实是同一个的').fill('打电话核实过是本人');
    await officer.getByRole('button', { name: '合并成一条' }).click();
    await expect(officer.getByText('已合并成一条。')).toBeVisible();
    await expect(officer.getByText('打电话核实过是本人')).toBeVisible();
    const [texts] =
      await sql()`select count(*)::int as n from outbox where template = 'records_merged'
      and created_at > now() - interval '5 minutes'`;
    expect(Number(texts?.n)).toBeGreaterThanOrEqual(2);
  });
  await then('it is taken apart, and the pair counts as two people', async () => {
    await officer.getByLabel('为什么拆开').fill('本人来电，是姐妹两人');
    await officer.getByRole('button', { name: '拆开' }).click();
    await expect(officer.getByText('已拆开，两条都恢复了。')).toBeVisible();
    await officer.goto('/desk/duplicates?status=different');
    await expect(officer.getByRole('row').filter({ hasText: pair.name })).toContainText(
      '合并后拆开：本人来电，是姐妹两人',
    );
    const rows =
      await sql()`select 1 from people where merged_into = ${pair.person} or (id = ${pair.person} and merged_into is not null)`;
    expect(rows).toHaveLength(0);
  });
});
