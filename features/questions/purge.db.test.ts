import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { withBadRow } from '@/db/testing/spoil';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { Forbidden, NotFound } from '@/lib/errors';
import { purgeAnswers } from './commands/purge-answers';
import { getCertificate, listCertificates } from './queries/certificates';
import { aFile, aScene, ask, booked, fillIn } from './questions.test-helpers';

beforeEach(resetDb);

const scene = () => makeCtx(system('夜间任务'));
const marker = '标记QX77一八';

/** Ended at noon of that day, whatever hour it is now. */
const endedDaysAgo = (days: number) => sqlAsOwner()`
  update offering_sessions set
    starts_at = date_trunc('day', now(), 'Asia/Shanghai') - make_interval(days => ${days}) + interval '10 hours',
    ends_at = date_trunc('day', now(), 'Asia/Shanghai') - make_interval(days => ${days}) + interval '12 hours'`;

/** Every row of every table as text, bytes included: what a dump would hold. */
async function dump(): Promise<string> {
  const sql = sqlAsOwner();
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public'`;
  const parts = await Promise.all(
    tables.map(
      ({ name }) => sql`select coalesce(string_agg(t::text, ' '), '') as text from ${sql(name)} t`,
    ),
  );
  return parts.map(([row]) => row?.text ?? '').join('\n');
}

async function answered() {
  const made = await aScene();
  const short = await ask(made, { label: '衣服尺码', keptDays: '7' });
  const secret = await ask(made, { label: '身体情况', sensitive: 'yes', keptDays: '7' });
  const proof = await ask(made, { label: '证明', type: 'file', keptDays: '7' });
  const longer = await ask(made, { label: '住址', keptDays: '60' });
  const answers = { [short]: marker, [secret]: marker, [proof]: aFile(`${marker}.jpg`) };
  await fillIn(made, { ...answers, [longer]: '桥圩镇' });
  return { made, bookingId: await booked(made) };
}

describe('the nightly purge', () => {
  it('leaves everything while its days run, then nothing of it anywhere, and a certificate', async () => {
    const { made } = await answered();
    await endedDaysAgo(7);
    expect(await purgeAnswers(scene())).toBe(0);
    expect(await dump()).toContain(marker);
    await endedDaysAgo(9);
    expect(await purgeAnswers(scene())).toBe(3);
    expect(await dump()).not.toContain(marker);
    const sealed = await sqlAsOwner()`select 1 from answers where value_sealed is not null`;
    expect(sealed).toHaveLength(0);
    expect(await sqlAsOwner()`select 1 from answer_files`).toHaveLength(0);
    const [left] = await sqlAsOwner()`select value from answers`;
    expect(left?.value).toEqual({ v: '桥圩镇' });
    const { items } = await listCertificates(made.staff);
    expect(items).toMatchObject([{ answers: 3, files: 1, rule: 'retention', title: '电工班' }]);
    expect(await purgeAnswers(scene())).toBe(0);
  });

  it('purges what was prepared and not sent for a month', async () => {
    const made = await aScene();
    const id = await ask(made);
    await fillIn(made, { [id]: marker });
    await sqlAsOwner()`update answer_sheets set updated_at = now() - interval '31 days'`;
    expect(await purgeAnswers(scene())).toBe(1);
    expect(await dump()).not.toContain(marker);
    expect((await listCertificates(made.staff)).items).toMatchObject([
      { rule: 'unsent', answers: 1 },
    ]);
  });

  it('purges the other services when one of them cannot be purged', async () => {
    const [bad] = [await answered(), await answered()];
    await endedDaysAgo(9);
    const [row] = await sqlAsOwner()<{ id: string }[]>`
      select offering_id as id from bookings where id = ${bad.bookingId}`;
    const planted = { table: 'purge_certificates', column: 'offering_id', value: row?.id ?? '' };
    expect(await withBadRow(planted, () => purgeAnswers(scene()))).toBe(3);
    expect(await dump()).toContain(marker);
    expect(await purgeAnswers(scene())).toBe(3);
    expect(await dump()).not.toContain(marker);
  });

  it('is the system’s alone', async () => {
    const { staff } = await aScene();
    await expect(purgeAnswers(staff)).rejects.toThrow(Forbidden);
  });
});

describe('a certificate', () => {
  it('cannot be changed or deleted, shows when its text was, and stays in its scope', async () => {
    const { made } = await answered();
    await endedDaysAgo(9);
    await purgeAnswers(scene());
    const [{ id } = { id: '' }] = (await listCertificates(made.staff)).items;
    const certificate = await getCertificate(made.staff, id);
    expect(certificate.intact).toBe(true);
    expect(certificate.purged.map((q) => q.label).sort()).toEqual(
      ['衣服尺码', '证明', '身体情况'].sort(),
    );
    const sql = sqlAsOwner();
    await expect(sql`delete from purge_certificates`).rejects.toThrow(/append-only/);
    await expect(sql`update purge_certificates set answers = 0`).rejects.toThrow(/append-only/);
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update purge_certificates set title = '别的班'`;
    });
    expect((await getCertificate(made.staff, id)).intact).toBe(false);
    await expect(getCertificate(made.otherStaff, id)).rejects.toThrow(NotFound);
    const keeper = await arrange((tx) => anOfficer(tx, 'system_admin', made.tree.district.id));
    expect((await listCertificates(as(keeper.actor))).items).toHaveLength(1);
    const viewer = await arrange((tx) => anOfficer(tx, 'viewer', made.tree.district.id));
    await expect(listCertificates(as(viewer.actor))).rejects.toThrow(Forbidden);
  });
});
