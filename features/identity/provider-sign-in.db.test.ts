import { beforeEach, describe, expect, it } from 'vitest';
import { aSignedInSession } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { aTree } from '@/db/factories/organisations';
import { roleGrants } from '@/db/schema/identity';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { newId } from '@/lib/ids';
import { linkIdentity, unlinkIdentity } from './commands/link-identity';
import { signInByProvider } from './commands/sign-in-by-provider';
import {
  anAccountWithPassword,
  audited,
  holder,
  visitor,
  vouchedFor,
} from './identity.test-helpers';
import { findLink, getOwnSummary } from './queries/own-account';

async function aMemberSignedIn(browser = 'b1') {
  const made = await anAccountWithPassword();
  const { token } = await arrange((tx) => aSignedInSession(tx, made.accountId));
  return { ...made, ctx: await holder(token, browser) };
}

/** Comes back from the provider in this browser with the wish to link, and says yes. */
async function link(ctx: Awaited<ReturnType<typeof holder>>, identity = vouchedFor('u-1')) {
  const back = await signInByProvider(ctx, identity, 'link');
  if (!back.ok) throw new Error(back.reason);
  return linkIdentity(ctx, { to: back.value.link ?? '' });
}

const enter = (identity = vouchedFor('u-1'), purpose: 'member' | 'staff' = 'member') =>
  signInByProvider(visitor('b2'), identity, purpose);

beforeEach(resetDb);

describe('an account at a provider', () => {
  it('an identity opens nothing before it is linked', async () => {
    await aMemberSignedIn();
    expect(await enter()).toEqual({ ok: false, reason: 'unlinked' });
    expect(await enter(vouchedFor('u-1'), 'staff')).toEqual({ ok: false, reason: 'unlinked' });
    expect(await audited('sign_in')).toBe(0);
  });

  it('an identity is linked only when the person says so on their own page, and they are told', async () => {
    const { ctx } = await aMemberSignedIn();
    const back = await signInByProvider(
      ctx,
      { ...vouchedFor('u-1'), displayName: '韦小勇' },
      'link',
    );
    if (!back.ok) throw new Error(back.reason);
    expect((await getOwnSummary(ctx)).linked).toEqual({ wechat: false, oidc: false });
    expect(findLink(ctx, back.value.link)).toMatchObject({
      provider: 'oidc',
      displayName: '韦小勇',
    });
    expect((await linkIdentity(ctx, { to: back.value.link ?? '' })).ok).toBe(true);
    expect((await getOwnSummary(ctx)).linked).toEqual({ wechat: false, oidc: true });
    expect(await audited('bind_oidc')).toBe(1);
    expect(await sqlAsOwner()`select title from notices`).toEqual([
      { title: '已绑定统一身份认证' },
    ]);
    const [row] = await sqlAsOwner()`select oidc_index from accounts where oidc_index is not null`;
    expect(row?.oidc_index).not.toContain('u-1');
  });

  it('a linked identity signs in as a member in any browser, until it is unlinked', async () => {
    const { ctx, accountId } = await aMemberSignedIn();
    await link(ctx);
    const done = await enter();
    if (!done.ok || !done.value.session) throw new Error('no session');
    const { actor } = await holder(done.value.session.token, 'b2');
    expect(actor).toMatchObject({ accountId, assurance: 'sms', mode: 'member', grants: [] });
    expect((await unlinkIdentity(ctx, { provider: 'oidc' })).ok).toBe(true);
    expect(await enter()).toEqual({ ok: false, reason: 'unlinked' });
    expect(await audited('unbind_oidc')).toBe(1);
  });

  it('the same subject of another issuer is nobody', async () => {
    const { ctx } = await aMemberSignedIn();
    await link(ctx);
    const other = vouchedFor('u-1', 'https://id.other.cn');
    expect(await enter(other)).toEqual({ ok: false, reason: 'unlinked' });
    expect(await enter({ ...vouchedFor('u-1'), provider: 'wechat' })).toMatchObject({ ok: false });
  });

  it('an identity belongs to one account, and an account has one of each provider', async () => {
    const [mine, theirs] = [await aMemberSignedIn(), await aMemberSignedIn()];
    await link(mine.ctx);
    expect(await link(theirs.ctx)).toEqual({ ok: false, reason: 'linked_elsewhere' });
    expect(await link(mine.ctx, vouchedFor('u-2'))).toEqual({
      ok: false,
      reason: 'already_linked',
    });
    expect((await link(mine.ctx, { ...vouchedFor('o-1', ''), provider: 'wechat' })).ok).toBe(true);
  });

  it('a ticket of another browser, or a made-up one, links nothing', async () => {
    const { ctx } = await aMemberSignedIn();
    const elsewhere = await signInByProvider(visitor('thief'), vouchedFor('evil'), 'link');
    if (!elsewhere.ok) throw new Error(elsewhere.reason);
    for (const to of [elsewhere.value.link ?? '', 'made-up']) {
      expect(await linkIdentity(ctx, { to })).toEqual({ ok: false, reason: 'stale_link' });
    }
  });

  it('a stopped account stays shut, and the only way in stays linked', async () => {
    const { ctx } = await aMemberSignedIn();
    await link(ctx);
    await sqlAsOwner()`update accounts set phone_released_at = now()`;
    expect(await unlinkIdentity(ctx, { provider: 'oidc' })).toEqual({
      ok: false,
      reason: 'only_way_in',
    });
    await sqlAsOwner()`update accounts set disabled_at = now()`;
    expect(await enter()).toEqual({ ok: false, reason: 'unlinked' });
  });
});

describe('an officer with an account at a provider', () => {
  it('an officer gives it in place of the password, and the second factor after it (A24)', async () => {
    const { ctx, accountId } = await aMemberSignedIn();
    await link(ctx);
    expect(await enter(vouchedFor('u-1'), 'staff')).toEqual({ ok: false, reason: 'not_officer' });
    await arrange(async (tx) => {
      const { union } = await aTree(tx);
      const role = { role: 'union_admin', organisationId: union.id } as const;
      await tx.db.insert(roleGrants).values({ id: newId(), accountId, ...role });
    });
    expect(await enter(vouchedFor('u-1'), 'staff')).toEqual({
      ok: false,
      reason: 'password_first',
    });
    await sqlAsOwner()`update accounts set totp_enrolled_at = now()`;
    const begun = await enter(vouchedFor('u-1'), 'staff');
    if (!begun.ok || !begun.value.session) throw new Error('no session');
    expect(begun.value.session.strict).toBe(true);
    const { actor } = await holder(begun.value.session.token, 'b2');
    expect(actor).toMatchObject({ mode: 'staff', assurance: 'password', grants: [] });
  });
});
