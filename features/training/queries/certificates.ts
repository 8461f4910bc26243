import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { certificates } from '@/db/schema/attendance';
import { accountOf } from '@/lib/actor';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { read } from '@/lib/transaction';

export type Certificate = typeof certificates.$inferSelect;

/** What a stranger may know: that it is genuine, for which course, and whose initials (PIPL 6). */
export type CheckedCertificate = Pick<
  Certificate,
  | 'number'
  | 'course'
  | 'issuer'
  | 'issuedOn'
  | 'holderMasked'
  | 'revokedAt'
  | 'hours'
  | 'startsOn'
  | 'endsOn'
>;

/** The certificate behind a code, or null. Read as the system: the unguessable token is the right. */
export async function findByToken(ctx: Ctx, token: string): Promise<CheckedCertificate | null> {
  if (!/^[\w-]{20,64}$/.test(token)) return null;
  const [found] = await read(asSystem(ctx), (tx) =>
    tx.db
      .select({
        number: certificates.number,
        course: certificates.course,
        issuer: certificates.issuer,
        issuedOn: certificates.issuedOn,
        holderMasked: certificates.holderMasked,
        revokedAt: certificates.revokedAt,
        hours: certificates.hours,
        startsOn: certificates.startsOn,
        endsOn: certificates.endsOn,
      })
      .from(certificates)
      .where(eq(certificates.checkToken, token)),
  );
  return found ?? null;
}

const mine = (ctx: Ctx) => eq(certificates.accountId, accountOf(ctx.actor) ?? '');

/** The signed-in person's own certificates, the newest first; revoked ones stay listed. */
export async function listMyCertificates(ctx: Ctx): Promise<Certificate[]> {
  if (ctx.actor.kind !== 'account') return [];
  return read(ctx, (tx) =>
    tx.db.select().from(certificates).where(mine(ctx)).orderBy(desc(certificates.issuedAt)),
  );
}

/** One certificate of the signed-in person. Throws NotFound for another's, and for an id of none. */
export async function getMyCertificate(ctx: Ctx, id: string): Promise<Certificate> {
  if (!isUuid(id) || ctx.actor.kind !== 'account') throw new NotFound('certificate');
  const [found] = await read(ctx, (tx) =>
    tx.db
      .select()
      .from(certificates)
      .where(and(eq(certificates.id, id), mine(ctx))),
  );
  if (!found) throw new NotFound('certificate');
  return found;
}
