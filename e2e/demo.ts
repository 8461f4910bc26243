import { createHash, randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import postgres, { type Sql } from 'postgres';
import { invented } from '@/db/seed/federation';

interface Server {
  port: string;
  url: string;
}

/** Where the journeys' server and database are; written by the server when it started. */
export const server = (): Server =>
  JSON.parse(
    fs.readFileSync(path.join('test-results', `server-${process.env.E2E_PORT}.json`), 'utf8'),
  );

let open: Sql | undefined;

/** The database behind the portal, for preparing a story and for looking at what was stored. */
export function sql(): Sql {
  open ??= postgres(server().url, { max: 2, onnotice: () => undefined });
  return open;
}

/** The people of the demo federation by whom stories are told. */
export const people = invented.people;
export type Somebody = keyof typeof people;

/** Opens a session without the sign-in pages; the token goes into the browser's cookie. */
export async function sessionOf(
  name: string,
  mode: 'member' | 'staff',
): Promise<{ token: string; accountId: string; sessionId: string }> {
  const [account] = await sql()<{ id: string }[]>`
    select a.id from accounts a where a.display_name = ${name}
    order by exists (select 1 from role_grants g where g.account_id = a.id) desc, a.created_at, a.id limit 1`;
  if (!account) throw new Error(`nobody called ${name} in the demo`);
  return openSession(account.id, mode);
}

/** The same by account, for people whom the demo does not name. */
export async function openSession(accountId: string, mode: 'member' | 'staff') {
  const token = randomBytes(32).toString('base64url');
  const sessionId = randomUUID();
  await sql()`
    insert into sessions (id, token_hash, account_id, assurance, mode, device, expires_at, stepped_up_at)
    values (${sessionId}, ${createHash('sha256').update(token).digest('hex')}, ${accountId},
      ${mode === 'staff' ? 'totp' : 'sms'}, ${mode}, '测试浏览器', now() + interval '8 hours',
      ${mode === 'staff' ? new Date() : null})`;
  return { token, accountId, sessionId };
}
