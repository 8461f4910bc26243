import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { APP_ROLE, appSql, assertSession, closeDatabase, loginUrl } from './client';
import { sqlAsOwner } from './testing';

const bare = postgres(loginUrl(), { max: 1, onnotice: () => undefined });
afterAll(() => bare.end());

describe('the login of the portal', () => {
  it('owns nothing, makes no roles and steps over no policy', async () => {
    const [login] = await sqlAsOwner()`
      select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolinherit as mighty,
        (select count(*)::int from pg_class where relowner = r.oid) as owns,
        array(select roleid::regrole::text from pg_auth_members where member = r.oid) as roles
      from pg_roles r where rolname = ${new URL(loginUrl()).username}`;
    expect(login).toEqual({ mighty: false, owns: 0, roles: [APP_ROLE] });
  });

  it('cannot get back to the owner by reset role', async () => {
    const names = await appSql().begin(async (tx) => {
      await tx`reset role`;
      const [reset] = await tx<{ name: string }[]>`select current_user as name`;
      await tx`set local role none`;
      const [none] = await tx<{ name: string }[]>`select current_user as name`;
      return [reset?.name, none?.name];
    });
    expect(names).toEqual([APP_ROLE, new URL(loginUrl()).username]);
  });

  it.each(['accounts', 'sessions', 'sms_codes', 'settings', 'bookings'])(
    'reads nothing of %s under its own name',
    async (table) => {
      await expect(bare`select 1 from ${bare(table)}`).rejects.toMatchObject({ code: '42501' });
    },
  );

  it('cannot become the owner, nor make the role of the application mightier', async () => {
    const [owner] = await sqlAsOwner()`select current_user as name`;
    for (const statement of [
      `set role ${owner?.name}`,
      `set session authorization ${owner?.name}`,
      `alter role ${APP_ROLE} bypassrls`,
      `grant ${owner?.name} to ${APP_ROLE}`,
      'alter table accounts disable row level security',
    ]) {
      await expect(appSql().unsafe(statement), statement).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('serves; a process that logs in as the owner is refused', async () => {
    await assertSession();
    await closeDatabase();
    process.env.DATABASE_APP_URL = process.env.DATABASE_URL;
    try {
      await expect(assertSession()).rejects.toThrow('unsafe database session');
    } finally {
      delete process.env.DATABASE_APP_URL;
      await closeDatabase();
    }
  });
});
