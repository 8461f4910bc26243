import 'server-only';
import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import {
  accountPhone,
  accounts,
  consents,
  deputies,
  knownDevices,
  people,
  personDocument,
  recoveryCodes,
  roleGrants,
  roleInvitations,
  sessions,
} from '@/db/schema/identity';
import { notices, outbox } from '@/db/schema/kernel';
import { openField, sealField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { noticeKeepDays } from './settings';

/** Account, identity, devices, roles, consents and messages in plain, for 查阅复制 (PIPL 45). The caller audits it. */
async function exportOf(tx: Ctx, personId: string) {
  const [row] = await tx.db
    .select({ person: people, account: accounts })
    .from(people)
    .innerJoin(accounts, eq(accounts.id, people.accountId))
    .where(eq(people.id, personId));
  if (!row) return {};
  const { person, account } = row;
  const mine = account.id;
  const [devices, roles, deputised, agreed, received, sent] = await Promise.all([
    tx.db.select().from(sessions).where(eq(sessions.accountId, mine)),
    tx.db.select().from(roleGrants).where(eq(roleGrants.accountId, mine)),
    tx.db
      .select()
      .from(deputies)
      .where(or(eq(deputies.officerId, mine), eq(deputies.deputyId, mine))),
    tx.db.select().from(consents).where(eq(consents.accountId, mine)),
    tx.db
      .select()
      .from(notices)
      .where(and(eq(notices.accountId, mine), isNull(notices.cancelledAt))),
    tx.db.select().from(outbox).where(eq(outbox.accountId, mine)),
  ]);
  return {
    account: {
      phone: openField(account.phoneSealed, accountPhone(mine)),
      displayName: account.displayName,
      hasPassword: account.passwordHash !== null,
      hasSecondFactor: account.totpEnrolledAt !== null,
      hasWechat: account.wechatOpenidIndex !== null,
      hasOidc: account.oidcIndex !== null,
      textSize: account.textSize,
      createdAt: account.createdAt,
    },
    person: {
      name: person.name,
      idType: person.idType,
      idNumber: person.idSealed && openField(person.idSealed, personDocument(person.id)),
      sex: person.sex,
      birthOn: person.birthOn,
    },
    devices: devices.map(({ device, createdAt, lastSeenAt, endedAt }) => ({
      ...{ device, createdAt, lastSeenAt, endedAt },
    })),
    roles: roles.map(({ role, organisationId, grantedAt, revokedAt }) => ({
      ...{ role, organisationId, grantedAt, revokedAt },
    })),
    deputies: deputised.map(({ startsOn, endsOn, reason, officerId }) => ({
      ...{ startsOn, endsOn, reason, lent: officerId === mine },
    })),
    consents: agreed.map(({ purpose, textVersion, givenAt, withdrawnAt }) => ({
      ...{ purpose, textVersion, givenAt, withdrawnAt },
    })),
    notices: received.map(({ title, body, createdAt, readAt }) => ({
      title,
      body,
      createdAt,
      readAt,
    })),
    messages: sent.map(({ template, status, sentAt }) => ({ template, status, sentAt })),
  };
}

const noIdentity = {
  name: null,
  pinyin: null,
  initials: null,
  nameGrams: [],
  idType: null,
  idSealed: null,
  idIndex: null,
  idMasked: null,
  sex: null,
  birthOn: null,
};

const noWayIn = {
  displayName: '已注销',
  phoneTail: '',
  passwordHash: null,
  totpSealed: null,
  totpEnrolledAt: null,
  wechatOpenidIndex: null,
  oidcIndex: null,
  disabledReason: '注销',
};

const noWords = { title: '已删除', body: '', link: null };

async function endWaysIn(tx: Ctx, accountId: string): Promise<void> {
  const noPhone = {
    phoneIndex: `erased:${accountId}`,
    phoneSealed: sealField('', accountPhone(accountId)),
  };
  await tx.db
    .update(accounts)
    .set({ ...noWayIn, ...noPhone, disabledAt: sql`coalesce(${accounts.disabledAt}, now())` })
    .where(eq(accounts.id, accountId));
  await tx.db.delete(sessions).where(eq(sessions.accountId, accountId));
  await tx.db.delete(knownDevices).where(eq(knownDevices.accountId, accountId));
  await tx.db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
}

async function emptyMessages(tx: Ctx, accountId: string): Promise<void> {
  await tx.db
    .update(notices)
    .set({ ...noWords, cancelledAt: sql`coalesce(${notices.cancelledAt}, now())` })
    .where(eq(notices.accountId, accountId));
  const status = sql`case when ${outbox.status} = 'waiting' then 'cancelled' else ${outbox.status} end`;
  await tx.db
    .update(outbox)
    .set({ params: {}, bodySealed: '', phoneSealed: null, phoneTail: null, status })
    .where(eq(outbox.accountId, accountId));
}

/**
 * Ends every way in and empties name, document and messages (PIPL 47). Who is a member is left as they
 * are: their identity is the union's record until the membership has ended. Consents and held roles
 * stay as proof of what was agreed and decided, without a name. Run it last, as the system.
 * @returns 1 when the person was emptied, 0 while a union holds them
 */
async function erase(tx: Ctx, personId: string): Promise<number> {
  const [person] = await tx.db
    .update(people)
    .set({ ...noIdentity, updatedAt: tx.now })
    .where(and(eq(people.id, personId), isNull(people.unionId)))
    .returning({ accountId: people.accountId });
  if (!person) return 0;
  await endWaysIn(tx, person.accountId);
  await emptyMessages(tx, person.accountId);
  return 1;
}

/**
 * Empties notices older than `notice_keep_days` (PIPL 19). Codes, counters and ended sessions go in
 * `tidy_up`, every night.
 * @returns how many notices were emptied
 */
async function expire(tx: Ctx): Promise<number> {
  await tx.db
    .delete(roleInvitations)
    .where(
      sql`coalesce(${roleInvitations.endedAt}, ${roleInvitations.expiresAt}) < now() - interval '90 days'`,
    );
  const { days } = await readSettings(tx, { days: noticeKeepDays });
  const old = tx.db
    .select({ id: notices.id })
    .from(notices)
    .where(
      and(
        lt(notices.createdAt, sql`now() - make_interval(days => ${days}::int)`),
        sql`${notices.body} <> ''`,
      ),
    );
  const emptied = await tx.db
    .update(notices)
    .set({ ...noWords, cancelledAt: sql`coalesce(${notices.cancelledAt}, now())` })
    .where(inArray(notices.id, old))
    .returning({ id: notices.id });
  return emptied.length;
}

/** What this module holds of a person, for how long, and how it is handed out or removed. */
export const personalData = {
  module: 'identity',
  tables: [
    {
      table: 'accounts',
      holds: '手机号（加密）、登录密码摘要、动态码（加密）、字号',
      retention: '注销前',
    },
    {
      table: 'people',
      holds: '姓名、证件号码（加密）、性别、生日',
      retention: '注销前；在籍期间随会籍',
    },
    { table: 'known_devices', holds: '登录过的浏览器（摘要）和时间', retention: '两年没用后删除' },
    { table: 'sessions', holds: '登录的设备和时间', retention: '结束后 30 天' },
    { table: 'recovery_codes', holds: '恢复码摘要', retention: '注销前' },
    {
      table: 'role_invitations',
      holds: '被邀请的人的姓名、手机号摘要和尾号',
      retention: '接受、撤回或过期 90 天后删除',
    },
    { table: 'role_grants', holds: '担任的工会角色', retention: '长期（履职记录）' },
    { table: 'deputies', holds: '请假时由谁代办、哪几天', retention: '长期（履职记录）' },
    { table: 'consents', holds: '同意了哪一版文字、什么时候', retention: '长期（同意的证明）' },
    { table: 'notices', holds: '站内通知', retention: '2 年（可设）' },
    { table: 'outbox', holds: '发出的短信（内容加密）', retention: '内容 30 天' },
    { table: 'audit_entries', holds: '谁在什么时候办了什么', retention: '不少于 6 个月，只增不改' },
  ],
  export: exportOf,
  erase,
  expire,
} as const;
