import 'server-only';
import { inArray, isNull } from 'drizzle-orm';
import { database } from '@/db/client';
import { settings } from '@/db/schema/kernel';
import { organisations } from '@/db/schema/organisations';
import { log } from './log';
import { textSetting } from './settings';

/** Where a person is answered; printed on every refusal, receipt and poster. 12351 is the whole country's. */
const hotline = textSetting({
  key: 'portal.hotline',
  label: '咨询热线',
  fallback: '12351',
  max: 20,
  required: true,
});

const hours = textSetting({
  key: 'portal.hotline_hours',
  label: '热线接听时间',
  fallback: '工作日 8:30–18:00',
  max: 40,
  required: true,
});

const shortName = textSetting({
  key: 'portal.short_name',
  label: '页面左上角的名称（空着用总工会的名称）',
  fallback: '',
  max: 8,
});

const region = textSetting({
  key: 'portal.region',
  label: '服务的地区（空着从总工会的名称取）',
  fallback: '',
  max: 20,
});

const privacyContact = textSetting({
  key: 'portal.privacy_contact',
  label: '个人信息保护联系方式（空着用咨询热线）',
  fallback: '',
  max: 60,
});

const declared = { hotline, hours, shortName, region, privacyContact };

/** Who runs this portal, as every page and text says it; public. */
export interface Portal {
  /** Name of the root union, e.g. 某某区总工会. */
  readonly name: string;
  /** The text mark of every page, e.g. 某某区工会. */
  readonly shortName: string;
  /** Where people work who may join here, e.g. 某某区. */
  readonly region: string;
  readonly hotline: string;
  readonly hours: string;
  readonly privacyContact: string;
}

type Typed = Partial<Record<keyof typeof declared, string>>;

/** What applies when `typed` is what the settings say and `root` is the name of the root union. */
export function portalOf(root: string | undefined, typed: Typed = {}): Portal {
  const name = root ?? '工会';
  const phone = typed.hotline || hotline.fallback;
  return {
    name,
    shortName: typed.shortName || name.replace(/总工会$/, '工会'),
    region: typed.region || name.replace(/总?工会$/, '') || '本地',
    hotline: phone,
    hours: typed.hours || hours.fallback,
    privacyContact: typed.privacyContact || `电话 ${phone}`,
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
const kept = shared.lianxinPortal;

async function read(): Promise<Portal> {
  const keys = Object.entries(declared);
  const [[root], rows] = await Promise.all([
    database()
      .select({ name: organisations.name })
      .from(organisations)
      .where(isNull(organisations.parentId)),
    database()
      .select({ key: settings.key, value: settings.value })
      .from(settings)
      .where(
        inArray(
          settings.key,
          Object.values(declared).map((s) => s.key),
        ),
      ),
  ]);
  const stored = new Map(rows.map((row) => [row.key, row.value]));
  const typed = keys.map(([name, { key }]) => [name, stored.get(key)]);
  kept.last = portalOf(root?.name, Object.fromEntries(typed));
  kept.readAt = Date.now();
  return kept.last;
}

/**
 * Who runs this portal. Kept in the process for five seconds, so that no page pays for it; while the
 * database is away it is what was read last.
 */
export async function readPortal(): Promise<Portal> {
  if (Date.now() - kept.readAt < FRESH_MS) return kept.last;
  kept.reading ??= read().finally(() => {
    kept.reading = undefined;
  });
  return kept.reading.catch((error: unknown) => {
    log().warn('portal not read', {}, error);
    return kept.last;
  });
}

/** The same as it was read last: for words inside a transaction and for errors, where nothing may wait. */
export function portal(): Portal {
  void readPortal();
  return kept.last;
}

/** The address a telephone number has on a phone. */
export const telOf = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;
