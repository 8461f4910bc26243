import 'server-only';
import { inArray, sql } from 'drizzle-orm';
import { settings } from '@/db/schema/kernel';
import type { Ctx } from './ctx';

/** A number or word that notices change from year to year; the default is what applies unset. */
export interface Setting<T> {
  readonly key: string;
  readonly label: string;
  readonly fallback: T;
  /** What may be filled in, in words: 1–30. */
  readonly allowed: string;
  /** Checks what an officer typed; the Chinese reason on failure. */
  readonly check: (value: unknown) => T | { refused: string };
}

const registered = new Map<string, Setting<unknown>>();

/**
 * Declares a whole-number setting between `min` and `max`, both included, e.g. days of an SLA; `fallback`
 * applies while nothing is set.
 */
export function numberSetting(s: {
  key: string;
  label: string;
  fallback: number;
  min: number;
  max: number;
}): Setting<number> {
  const made: Setting<number> = {
    key: s.key,
    label: s.label,
    fallback: s.fallback,
    allowed: `${s.min}–${s.max} 的整数`,
    check: (value) => {
      const n = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
      return typeof n === 'number' && Number.isInteger(n) && n >= s.min && n <= s.max
        ? n
        : { refused: `请填 ${s.min}–${s.max} 之间的整数` };
    },
  };
  registered.set(made.key, made);
  return made;
}

/** Whether a checked value was refused, in words. */
export const isRefused = (checked: unknown): checked is { refused: string } =>
  typeof checked === 'object' && checked !== null && 'refused' in checked;

/**
 * Declares a short text setting of at most `max` characters, e.g. the hotline; `fallback` applies while
 * nothing is set.
 */
export function textSetting(s: {
  key: string;
  label: string;
  fallback: string;
  max: number;
  /** An empty value is refused. */
  required?: boolean;
  /** What may be filled in, where the length alone does not say it. */
  allowed?: string;
  /** How what was typed is stored. */
  read?: (typed: string) => string;
  /** Why a text is refused, in words that say what to do; null when it is taken. */
  refuse?: (text: string) => string | null;
}): Setting<string> {
  const made: Setting<string> = {
    key: s.key,
    label: s.label,
    fallback: s.fallback,
    allowed: s.allowed ?? `${s.max} 字以内`,
    check: (value) => {
      const typed = typeof value === 'string' ? value.trim() : '';
      if (s.required && typed === '') return { refused: `请填写${s.label}` };
      const text = s.read?.(typed) ?? typed;
      const refused = s.refuse?.(text);
      if (refused) return { refused };
      return text.length <= s.max ? text : { refused: `请控制在 ${s.max} 字以内` };
    },
  };
  registered.set(made.key, made);
  return made;
}

/** Every setting declared so far, for the page of settings. */
export const declaredSettings = (): Setting<unknown>[] => [...registered.values()];

type Values<S> = { [K in keyof S]: S[K] extends Setting<infer T> ? T : never };

/**
 * What is stored under `keys`, as text by key. As text, because a driver takes stored text of digits alone for
 * a number.
 */
export async function readStored(
  db: Pick<Ctx['db'], 'select'>,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .select({ key: settings.key, value: sql<string>`${settings.value} #>> '{}'` })
    .from(settings)
    .where(inArray(settings.key, [...keys]));
  return new Map(rows.map((row) => [row.key, row.value]));
}

/** A setting's value out of what is stored; its default when nothing is. */
export const settingValue = <T>({ fallback }: Setting<T>, stored: string | undefined): T =>
  stored === undefined ? fallback : ((typeof fallback === 'number' ? Number(stored) : stored) as T);

/** Reads several settings in one statement: `const {slaDays} = await readSettings(tx, {slaDays})`. */
export async function readSettings<S extends Record<string, Setting<unknown>>>(
  ctx: Ctx,
  wanted: S,
): Promise<Values<S>> {
  const keys = Object.values(wanted).map((s) => s.key);
  const stored = await readStored(ctx.db, keys);
  const entries = Object.entries(wanted).map(([name, s]) => [
    name,
    settingValue(s, stored.get(s.key)),
  ]);
  return Object.fromEntries(entries) as Values<S>;
}

/** Stores a checked value; the caller authorises and audits. */
export async function writeSetting<T>(tx: Ctx, setting: Setting<T>, value: T): Promise<void> {
  await tx.db
    .insert(settings)
    .values({ key: setting.key, value })
    .onConflictDoUpdate({ target: settings.key, set: { value, updatedAt: sql`now()` } });
}
