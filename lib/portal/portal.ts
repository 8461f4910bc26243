import 'server-only';
import { isNull } from 'drizzle-orm';
import { database } from '@/db/client';
import { organisations } from '@/db/schema/organisations';
import { log } from '../log';
import { isRefused, readStored } from '../settings';
import { darker } from './colour';
import { portalSettings as declared } from './portal-settings';

/** Who runs this portal, as every page and text says it; public. */
export interface Portal {
  /** Name of the root union, e.g. 某某区总工会. */
  readonly name: string;
  /** The text mark of every page, e.g. 某某区工会. */
  readonly shortName: string;
  /** What stands beside the mark, and under the icon on a phone. */
  readonly logoText: string;
  /** Where people work who may join here, e.g. 某某区. */
  readonly region: string;
  /** What the level below the root union is called, e.g. 镇街. */
  readonly townWord: string;
  readonly hotline: string;
  readonly hours: string;
  readonly privacyContact: string;
  /** Record numbers of the site; empty where there is none yet. */
  readonly icp: string;
  readonly policeRecord: string;
  /** `#rrggbb` each; `dark` is what the main one is under the finger. */
  readonly colours: { readonly main: string; readonly dark: string; readonly accent: string };
}

type Typed = Partial<Record<keyof typeof declared, string>>;

/**
 * What applies when `typed` is what the settings say and `root` is the name of the root union, undefined
 * before there is one. A value that its setting would refuse is not used.
 */
export function portalOf(root: string | undefined, typed: Typed = {}): Portal {
  const said = (name: keyof typeof declared): string => {
    const { check, fallback } = declared[name];
    const value = check(typed[name] ?? '');
    return isRefused(value) || value === '' ? fallback : value;
  };
  const name = root ?? '工会';
  const main = said('mainColour');
  return {
    name,
    shortName: said('shortName') || name.replace(/总工会$/, '工会'),
    logoText: said('logoText'),
    region: said('region') || name.replace(/总?工会$/, '') || '本地',
    townWord: said('townWord'),
    hotline: said('hotline'),
    hours: said('hours'),
    privacyContact: said('privacyContact') || `电话 ${said('hotline')}`,
    icp: said('icp'),
    policeRecord: said('policeRecord'),
    colours: { main, dark: darker(main), accent: said('accentColour') },
  };
}

const FRESH_MS = 5000;
interface Kept {
  last: Portal;
  readAt: number;
  reading?: Promise<Portal>;
}
// One per process, however many bundles hold this file.
const shared = globalThis as typeof globalThis & { lianxinPortal?: Kept };
shared.lianxinPortal ??= { last: portalOf(undefined), readAt: 0 };
const cached = shared.lianxinPortal;

async function readTyped(): Promise<Typed> {
  const entries = Object.entries(declared);
  const keys = entries.map(([, { key }]) => key);
  const stored = await readStored(database(), keys);
  return Object.fromEntries(entries.map(([name, { key }]) => [name, stored.get(key)]));
}

async function read(): Promise<Portal> {
  const [[root], typed] = await Promise.all([
    database()
      .select({ name: organisations.name })
      .from(organisations)
      .where(isNull(organisations.parentId)),
    readTyped(),
  ]);
  cached.last = portalOf(root?.name, typed);
  cached.readAt = Date.now();
  return cached.last;
}

/** A portal that must not start as it is set; the message says which setting and what to do. */
export class UnfitPortal extends Error {}

/**
 * Judges what is stored, however it came there: a colour on which nothing can be read is found out before
 * the first visitor.
 * @throws UnfitPortal with every setting that its own check refuses
 */
export async function assertPortal(): Promise<void> {
  const typed = await readTyped();
  const wrong = Object.entries(declared).flatMap(([name, { key, label, check }]) => {
    const value = typed[name as keyof Typed];
    const checked = value === undefined ? '' : check(value);
    return isRefused(checked) ? [`  - ${label}（${key}）${value}：${checked.refused}`] : [];
  });
  if (wrong.length === 0) return;
  throw new UnfitPortal(
    [
      '不能启动：门户的设置不能用。',
      'Cannot start: settings of the portal are not usable.',
      ...wrong,
      '请改正表 settings 里这几行再启动。(correct these rows of the table settings, then start again)',
    ].join('\n'),
  );
}

/**
 * Who runs this portal. Kept in the process for five seconds, so that no page pays for it; while the
 * database is away it is what was read last.
 */
export async function readPortal(): Promise<Portal> {
  if (Date.now() - cached.readAt < FRESH_MS) return cached.last;
  cached.reading ??= read().finally(() => {
    cached.reading = undefined;
  });
  return cached.reading.catch((error: unknown) => {
    log().warn('portal not read', {}, error);
    return cached.last;
  });
}

/**
 * Who runs this portal, as it was read last: for words inside a transaction and for errors, where nothing
 * may wait.
 */
export function portal(): Portal {
  void readPortal();
  return cached.last;
}

/** The address a telephone number has on a phone: `tel:` and its digits. */
export const telOf = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;
