import 'server-only';
import '@/features/attendance/settings';
import '@/features/announcements/settings';
import '@/features/childcare/settings';
import '@/features/corrections/settings';
import '@/features/desk/settings';
import '@/features/duplicates/settings';
import '@/features/employer-register/settings';
import '@/features/family/settings';
import '@/features/founding/settings';
import '@/features/identity/settings';
import '@/features/offices/settings';
import '@/features/secondments/settings';
import '@/features/applications/settings';
import '@/features/review/settings';
import '@/features/bookings/settings';
import '@/features/eligibility/settings';
import '@/features/conditions/settings';
import '@/features/draws/settings';
import '@/features/exports/settings';
import '@/features/figures/settings';
import '@/features/venues/settings';
import '@/features/planning/settings';
import '@/features/moves/settings';
import '@/features/places/settings';
import '@/features/unit-lists/settings';
import '@/features/rolls/settings';
import '@/features/scheduling/settings';
import '@/features/screening/settings';
import '@/features/publicity/settings';
import '@/features/questions/settings';
import '@/features/ratings/settings';
import '@/features/training/settings';
import '@/features/imports/settings';
import '@/features/transfers/settings';
import '@/lib/auth/limits';
import '@/lib/auth/settings';
import '@/lib/portal/portal-settings';
import '@/lib/undo-settings';
import '../settings';
import type { Ctx } from '@/lib/ctx';
import { declaredSettings, readStored, type Setting, settingValue } from '@/lib/settings';

export interface SettingLine {
  key: string;
  label: string;
  numeric: boolean;
  value: string;
  fallback: string;
  allowed: string;
  changed: boolean;
}

/** The declaration behind a key, or undefined: only what a feature declared can be set. */
export const settingOf = (key: string): Setting<unknown> | undefined =>
  declaredSettings().find((setting) => setting.key === key);

/** Every setting that a feature declares, in order of its key, with the value that applies now. */
export async function listSettings(ctx: Ctx): Promise<SettingLine[]> {
  const declared = [...declaredSettings()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const keys = declared.map((setting) => setting.key);
  const stored = await readStored(ctx.db, keys);
  return declared.map((setting) => {
    const { key, label, fallback, allowed } = setting;
    const value = settingValue(setting, stored.get(key));
    return {
      ...{ key, label, allowed },
      numeric: typeof fallback === 'number',
      value: String(value),
      fallback: String(fallback),
      changed: value !== fallback,
    };
  });
}

const groups: Record<string, string> = {
  portal: '门户',
  membership: '入会',
  desk: '审批',
  booking: '报名和预约',
  offer: '候补',
  no: '爽约',
  childcare: '托管班',
  hospital: '健康检查',
  announcement: '群发消息',
  rating: '好差评',
  figures: '统计',
  plan: '新建服务',
  venue: '地点',
  register: '企业台账',
  founding: '建会',
  publicity: '宣传',
  follow: '培训回访',
  session: '登录',
  limit: '次数限制',
};

const groupOf = (key: string): string => groups[key.split(/[._]/)[0] ?? ''] ?? '其他';

/**
 * Every declared setting as it stands, under the headings of the settings page; a heading without one is
 * left out. Headings in the order of the page, settings in order of key.
 */
export async function listSettingGroups(
  ctx: Ctx,
): Promise<{ title: string; settings: SettingLine[] }[]> {
  const lines = await listSettings(ctx);
  return [...new Set([...Object.values(groups), '其他'])]
    .map((title) => ({ title, settings: lines.filter((line) => groupOf(line.key) === title) }))
    .filter((group) => group.settings.length > 0);
}
