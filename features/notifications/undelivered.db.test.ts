import { beforeEach, describe, expect, it } from 'vitest';
import { anAccount, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import type { Ctx } from '@/lib/ctx';
import { Forbidden } from '@/lib/errors';
import { purgeExpired } from '@/lib/jobs/purge-expired';
import { deliverMessage } from '@/lib/messaging/deliver-message';
import { notify, sendSms } from '@/lib/messaging/outbox';
import { failureWords } from '@/lib/messaging/sms/failure-words';
import { resendMessage } from './commands/resend-message';
import { listUndelivered } from './queries/undelivered';

let people: { system: Ctx; town: Ctx; accountId: string };

const text = { template: 'booking_neutral', params: {}, text: '您的预约有新进展。' };
const answers = (ok: boolean) => ({
  name: 'fake',
  send: async () =>
    ok
      ? ({ ok: true, providerId: 'p1' } as const)
      : ({ ok: false, retryable: true, code: 'timeout' } as const),
});
const theText = async () => {
  const [row] = await sqlAsOwner()`select id, status, last_error, attempts from outbox`;
  return row as { id: string; status: string; last_error: string | null; attempts: number };
};

beforeEach(async () => {
  await resetDb();
  people = await arrange(async (tx) => {
    const tree = await aTree(tx);
    const { actor: system } = await anOfficer(tx, 'system_admin', tree.district.id);
    const { actor: town } = await anOfficer(tx, 'town_admin', tree.town.id);
    const { accountId } = await anAccount(tx, { phone: '13900000077' });
    await notify(tx, { accountId, title: '通知', body: '请看', dedupeKey: 'x:1', sms: text });
    return { system: as(system), town: as(town), accountId };
  });
  await sqlAsOwner()`insert into settings (key, value) values ('quiet_from', '0'), ('quiet_until', '0')`;
});

describe('a text that did not arrive', () => {
  it('stands on the list with its reason after the last try, and arrives when it is sent again', async () => {
    const { id } = await theText();
    expect(await deliverMessage(id, answers(false), true)).toBe('failed');
    const { items } = await listUndelivered(people.system);
    expect(items).toMatchObject([{ id, tail: '0077', lastError: 'timeout', canResend: true }]);
    expect(await resendMessage(people.system, { messageId: id })).toMatchObject({ ok: true });
    expect(await theText()).toMatchObject({ status: 'waiting', last_error: null });
    expect(await resendMessage(people.system, { messageId: id })).toMatchObject({
      reason: 'already_sent',
    });
    expect(await deliverMessage(id, answers(true), false)).toBe('sent');
    expect((await listUndelivered(people.system)).items).toEqual([]);
    const [line] =
      await sqlAsOwner()`select entity_id from audit_entries where action = 'resend_message'`;
    expect(line?.entity_id).toBe(id);
  });

  it('is failed with a reason when its body cannot be opened, and does not wait for ever', async () => {
    const { id } = await theText();
    await sqlAsOwner()`update outbox set body_sealed = 'k1.broken'`;
    await expect(deliverMessage(id, answers(true), false)).rejects.toThrow('unexpected');
    expect(await deliverMessage(id, answers(true), true)).toBe('failed');
    expect(await theText()).toMatchObject({ status: 'failed', last_error: 'unexpected' });
  });

  it('is failed by the nightly tidying when its job is gone', async () => {
    await sqlAsOwner()`update outbox set send_after = now() - interval '3 days'`;
    await purgeExpired();
    expect(await theText()).toMatchObject({ status: 'failed', last_error: 'no_job' });
    expect(failureWords('no_job')).toBe('发送任务中断');
  });

  it('is not sent again when it was a code', async () => {
    await sqlAsOwner()`delete from outbox`;
    await arrange((tx) =>
      sendSms(tx, {
        ...text,
        template: 'login_code',
        phone: '13900000078',
        dedupeKey: 'c:1',
        urgent: true,
      }),
    );
    await sqlAsOwner()`update outbox set status = 'failed'`;
    const { id } = await theText();
    expect(await resendMessage(people.system, { messageId: id })).toMatchObject({
      reason: 'too_old',
    });
  });

  it('is shown to the system administrator only', async () => {
    const { id } = await theText();
    await expect(listUndelivered(people.town)).rejects.toThrow(Forbidden);
    await expect(resendMessage(people.town, { messageId: id })).rejects.toThrow(Forbidden);
  });
});

describe('a text at night', () => {
  beforeEach(async () => {
    await sqlAsOwner()`update settings set value = '24' where key = 'quiet_until'`;
  });

  it('waits for the morning while the notice is there at once', async () => {
    const { id } = await theText();
    expect(await deliverMessage(id, answers(true), false)).toBe('later');
    expect(await theText()).toMatchObject({ status: 'waiting', attempts: 0 });
    const [job] = await sqlAsOwner()`select run_at > now() as later from graphile_worker.jobs
      where key = ${`message:${id}`}`;
    expect(job?.later).toBe(true);
    const [notice] = await sqlAsOwner()`select visible_at <= now() as seen from notices`;
    expect(notice?.seen).toBe(true);
  });

  it('goes out when it is a code, or about what its reader did this minute', async () => {
    await sqlAsOwner()`delete from outbox`;
    await arrange(async (tx) => {
      await sendSms(tx, { ...text, phone: '13900000078', dedupeKey: 'c:1', urgent: true });
      const { accountId } = people;
      const actor = { ...people.system.actor, accountId } as Ctx['actor'];
      await notify(
        { ...tx, actor },
        { accountId, title: '通知', body: '请看', dedupeKey: 'x:2', sms: text },
      );
    });
    const rows = await sqlAsOwner()<{ id: string }[]>`select id from outbox`;
    for (const { id } of rows) expect(await deliverMessage(id, answers(true), false)).toBe('sent');
    expect(rows).toHaveLength(2);
  });
});
