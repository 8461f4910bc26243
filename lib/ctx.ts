import 'server-only';
import { type Database, database } from '@/db/client';
import { type Actor, system } from './actor';
import { newId } from './ids';

/** Where a request came from: what limits are counted by and codes are bound to. */
export interface Client {
  /** sha256 of the browser's own cookie. */
  readonly browser: string;
  /** One IPv4 address or IPv6 /64; null when nothing trustworthy says: then no limit per address applies. */
  readonly address: string | null;
  /** Words for the list of devices, e.g. 微信 · 安卓手机. */
  readonly device: string;
}

/** A form's one-time key, whose it is, what was sent, and the fields of the result its receipt holds. */
export interface Keyed {
  readonly key: string;
  readonly owner: string;
  readonly requestHash: string;
  readonly fields: readonly string[];
}

/** Everything a command or query may know about who asks, when, and where to write. */
export interface Ctx {
  readonly actor: Actor;
  /** The database's clock inside a transaction; the process's clock before one. */
  readonly now: Date;
  /** Shown to the person as 编号 when something fails, and found again in the log and the audit. */
  readonly requestId: string;
  readonly db: Database;
  /** Set while a transaction is open: commands called inside join it. */
  readonly inTransaction: boolean;
  /** The request asks for a page or a file (GET, HEAD): whatever it reaches may read, and write nothing. */
  readonly readsOnly?: boolean;
  /** Absent in jobs and on the command line. */
  readonly client?: Client;
  /** The form's one-time key, where the command takes one. */
  readonly idempotency?: Keyed;
}

/**
 * A context outside any transaction, with the process's clock; `transaction` and `read` put the database's
 * in its place.
 */
export function makeCtx(actor: Actor, requestId: string = newId()): Ctx {
  return { actor, now: new Date(), requestId, db: database(), inTransaction: false };
}

/**
 * The same request, acting as the system: row-level security steps aside, the history says 系统.
 * For what a person causes but may not see: a duplicate ID, the next in a waiting list.
 */
export const asSystem = (ctx: Ctx, label?: string): Ctx => ({ ...ctx, actor: system(label) });
