import type { Sql } from 'postgres';
import { APP_ROLE } from './client';
import { loginOf, scramOf } from './credentials.mjs';

const PREFIX = 'lianxin_login_';

// Roles are shared by all databases of a server, so another migration may be making this one now.
const roleStatement = (name: string, how: string): string => `do $$ begin
  if not exists (select 1 from pg_roles where rolname = '${name}') then
    begin create role ${name} ${how}; exception when duplicate_object or unique_violation then null; end;
  end if;
end $$`;

/** What an owner without the right to create roles is told; the operator makes both by hand. */
const advice = (error: unknown): unknown => {
  if ((error as { code?: string }).code !== '42501') return error;
  return new Error(
    [
      'DATABASE_URL 的账号不能建角色。请数据库管理员执行一次（口令自定）：',
      `  create role ${APP_ROLE} nologin;`,
      `  create role lianxin_login login noinherit password '…' in role ${APP_ROLE};`,
      '再设 DATABASE_APP_URL=postgres://lianxin_login:口令@服务器/数据库，重新启动。',
    ].join('\n'),
    { cause: error },
  );
};

/** The role whose rights every request has; nobody logs in as it. */
export const makeRole = async (sql: Sql): Promise<void> => {
  await sql.unsafe(roleStatement(APP_ROLE, 'nologin')).catch((error) => {
    throw advice(error);
  });
};

/** Whose database a login was made for; a login of an earlier APP_SECRET is found by it and dropped. */
async function claimLogin(sql: Sql, name: string): Promise<void> {
  const [row] = await sql<{ text: string }[]>`select 'lianxin: ' || current_database() as text`;
  const note = row?.text ?? '';
  await sql.unsafe(`comment on role ${name} is '${note.replaceAll("'", "''")}'`);
  const old = await sql<{ name: string }[]>`
    select quote_ident(rolname) as name from pg_roles
    where starts_with(rolname, ${PREFIX}) and rolname <> ${name}
      and shobj_description(oid, 'pg_authid') = ${note}`;
  for (const login of old) await sql.unsafe(`drop role ${login.name}`);
}

/**
 * Makes the login of the portal's pool, or gives it the password of today's APP_SECRET. It owns nothing,
 * inherits nothing, and may become `lianxin_app` only. With DATABASE_APP_URL the operator has made it.
 */
export async function makeLogin(sql: Sql): Promise<void> {
  if (process.env.DATABASE_APP_URL) return;
  const { name, password } = loginOf(process.env);
  const how = `login noinherit password '${scramOf(password)}'`;
  try {
    await sql.unsafe(roleStatement(name, `${how} in role ${APP_ROLE}`));
    await sql.unsafe(`alter role ${name} ${how}`);
    await claimLogin(sql, name);
  } catch (error) {
    throw advice(error);
  }
}
