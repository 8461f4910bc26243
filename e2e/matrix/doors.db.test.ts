import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { anAccount, aSignedInSession } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { type ActionState, idleAction } from '@/lib/forms/form';
import { coldActions } from './expectations/cold';
import { actionFiles, actionNames } from './inventory';

const jar = vi.hoisted(() => new Map<string, string>());
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'x-may-write': '1' }),
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
}));

type Action = (state: ActionState, form: FormData) => Promise<ActionState>;

/** Every action of the system under its name, called as a server action is: with a form and a cookie. */
async function allActions(): Promise<Map<string, Action>> {
  const found = new Map<string, Action>();
  for (const file of actionFiles()) {
    const exported: Record<string, Action> = await import(path.resolve(file));
    for (const [name, act] of Object.entries(exported)) {
      found.set(`${file.split('/')[1]}/${name}`, act);
    }
  }
  return found;
}

/** For whom there is no session to be cold: signing in, the size of letters. */
const forAnyone = [
  'identity/beginOfficerSignInAction',
  'identity/disownAccountAction',
  'identity/proveIdentityAction',
  'identity/requestCodeAction',
  'identity/resendCodeAction',
  'identity/saveDisplayAction',
  'identity/signInWithCodeAction',
  'identity/signInWithPasswordAction',
  'identity/signOutAction',
];

beforeEach(async () => {
  jar.clear();
  await resetDb();
});

test('a session left alone for forty minutes does nothing but what its pages still offer (O17)', async () => {
  const actions = await allActions();
  expect([...actions.keys()].sort()).toEqual(actionNames().sort());
  const session = await arrange(async (tx) =>
    aSignedInSession(tx, (await anAccount(tx)).accountId),
  );
  await sqlAsOwner()`update sessions set last_seen_at = now() - interval '40 minutes'`;
  jar.set('lx', session.token);
  const done: string[] = [];
  for (const [name, act] of actions) {
    if (forAnyone.includes(name)) continue;
    // Past the door it may be refused for what it says, or lead on to another page.
    const code = await act(idleAction, new FormData()).then(
      (state) => state.code,
      () => 'led on',
    );
    if (code !== 'sign_in') done.push(name);
  }
  expect(done.sort()).toEqual([...coldActions].sort());
});
