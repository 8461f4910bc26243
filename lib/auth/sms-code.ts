import 'server-only';
import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { smsCodes } from '@/db/schema/identity';
import { blindIndex, blindIndexQueue } from '../crypto/blind-index';
import { phoneIndex } from '../crypto/indexes';
import { newCode, safeEqual } from '../crypto/token';
import type { Ctx } from '../ctx';
import { newId } from '../ids';
import { sendSms } from '../messaging/outbox';
import { ok, type Result, refuse } from '../result';
import { bySystem } from '../transaction';
import { secondsToWait } from './sms-limits';

export type CodePurpose = (typeof smsCodes.$inferInsert)['purpose'];

const LIFETIME_MINUTES = 10;
const TRIES = 5;

const spoken: Record<CodePurpose, string> = {
  sign_in: '登录',
  counter: '办理入会',
  booking: '请工会代办报名',
  guardian: '确认监护关系',
  change_phone: '换绑手机',
  password: '设置密码',
};

export interface CodeRequest {
  /** Normalised, eleven digits. */
  phone: string;
  purpose: CodePurpose;
}

/**
 * Sends a six-digit code bound to phone, purpose and this browser (A04–A08). The newest code ends the
 * ones before it in this browser only: a stranger's request ends nobody else's. Known and unknown phones
 * get one answer in one time.
 * @returns `wait` with the seconds left when a limit says so; nothing is sent then
 */
export async function sendCode(
  ctx: Ctx,
  { phone, purpose }: CodeRequest,
): Promise<Result<{ phone: string }, 'wait'>> {
  const seconds = await secondsToWait(ctx, phone);
  if (seconds > 0) return refuse('wait', { detail: { seconds } });
  const id = newId();
  const code = newCode();
  const index = phoneIndex(phone);
  await bySystem(ctx, async (tx) => {
    const earlier = and(
      eq(smsCodes.phoneIndex, index),
      eq(smsCodes.purpose, purpose),
      eq(smsCodes.browserHash, tx.client?.browser ?? ''),
    );
    await tx.db
      .update(smsCodes)
      .set({ endedAt: sql`now()` })
      .where(and(earlier, isNull(smsCodes.endedAt)));
    await tx.db.insert(smsCodes).values({
      id,
      phoneIndex: index,
      purpose,
      browserHash: tx.client?.browser ?? '',
      codeHash: blindIndex(`sms_code:${id}`, code),
      expiresAt: sql`now() + make_interval(mins => ${LIFETIME_MINUTES})`,
    });
    await sendSms(tx, {
      phone,
      dedupeKey: `code:${id}`,
      urgent: true,
      template: 'login_code',
      params: { code },
      text: `验证码 ${code}，用于${spoken[purpose]}，${LIFETIME_MINUTES} 分钟内有效。请勿告诉他人。`,
    });
  });
  return ok({ phone });
}

export type CodeRefusal =
  | 'code_missing'
  | 'code_expired'
  | 'code_used'
  | 'code_burnt'
  | 'code_wrong';

/** One try, counted and judged alive in a single statement: fifty at once are still five (A04). */
const takeTry = (ctx: Ctx, { phone, purpose }: CodeRequest) =>
  bySystem(ctx, async (tx) => {
    const newest = tx.db
      .select({ id: smsCodes.id })
      .from(smsCodes)
      .where(
        and(
          eq(smsCodes.phoneIndex, phoneIndex(phone)),
          eq(smsCodes.purpose, purpose),
          eq(smsCodes.browserHash, ctx.client?.browser ?? ''),
        ),
      )
      .orderBy(desc(smsCodes.createdAt), desc(smsCodes.id))
      .limit(1);
    const [row] = await tx.db
      .update(smsCodes)
      .set({ tries: sql`${smsCodes.tries} + 1` })
      .where(
        and(
          sql`${smsCodes.id} = (${newest})`,
          isNull(smsCodes.endedAt),
          gt(smsCodes.expiresAt, sql`now()`),
          // A clock that was put back gives no code a second life.
          lt(smsCodes.createdAt, sql`now() + interval '1 minute'`),
          lt(smsCodes.tries, TRIES),
        ),
      )
      .returning({ id: smsCodes.id, codeHash: smsCodes.codeHash, tries: smsCodes.tries });
    if (row) return row;
    const [dead] = await tx.db
      .select({
        tries: smsCodes.tries,
        expired: sql<boolean>`${smsCodes.expiresAt} <= now()`,
        // Written out: Drizzle leaves the table's name away, and the inner table would answer.
        replaced: sql<boolean>`exists (select 1 from sms_codes n
        where n.phone_index = sms_codes.phone_index and n.purpose = sms_codes.purpose
          and n.browser_hash = sms_codes.browser_hash and n.created_at > sms_codes.created_at)`,
      })
      .from(smsCodes)
      .where(sql`${smsCodes.id} = (${newest})`);
    return dead ?? null;
  });

/**
 * Judges a typed code. Run it before the transaction that acts on it, because a wrong guess must stay
 * counted; that transaction then calls `consumeCode`, which lets exactly one of two equal posts through (A05).
 * Refuses `wait` with the `seconds`, when too many were tried; `code_missing` when none was sent;
 * `code_expired` when it is too old or a newer one was sent; `code_burnt` after too many wrong
 * ones; `code_used`; `code_wrong` with how many tries are `left`.
 */
export async function checkCode(
  ctx: Ctx,
  request: CodeRequest & { code: string },
): Promise<Result<{ codeId: string }, CodeRefusal>> {
  const taken = await takeTry(ctx, request);
  if (!taken) return refuse('code_missing');
  if (!('codeHash' in taken)) {
    if (taken.expired || taken.replaced) return refuse('code_expired');
    return refuse(taken.tries >= TRIES ? 'code_burnt' : 'code_used');
  }
  const matches = blindIndexQueue(`sms_code:${taken.id}`, request.code).some((hash) =>
    safeEqual(hash, taken.codeHash),
  );
  if (matches) return ok({ codeId: taken.id });
  return taken.tries >= TRIES
    ? refuse('code_burnt')
    : refuse('code_wrong', { detail: { left: TRIES - taken.tries } });
}

/** Uses the code up inside the transaction it allows. @returns false when another post was first */
export async function consumeCode(tx: Ctx, codeId: string): Promise<boolean> {
  const used = await bySystem(tx, (systemTx) =>
    systemTx.db
      .update(smsCodes)
      .set({ endedAt: sql`now()` })
      .where(and(eq(smsCodes.id, codeId), isNull(smsCodes.endedAt)))
      .returning({ id: smsCodes.id }),
  );
  return used.length > 0;
}
