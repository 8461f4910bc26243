import { stable } from '@/features/conditions/rules/same-rules';
import { detailsOf, type Kind, offeringRules } from '@/features/offerings/schema/offering';
import { toLocalDateTime } from '@/lib/dates';

/** What the form of an offering shows and sends, stored or about to be. */
export interface FormContent {
  readonly kind: Kind;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly contactPhone: string | null;
  readonly visibility: 'subtree' | 'all';
  readonly needsApproval: boolean;
  readonly asksHealthNotes: boolean;
  readonly bookingOpensAt: Date | null;
  readonly bookingClosesAt: Date | null;
  readonly cancelHours: number;
  readonly term: string | null;
  readonly rules: Record<string, unknown>;
  readonly details: Record<string, unknown>;
}

export type FormValues = Record<string, string | string[]>;

/** A stored value as a field carries it: text, `yes` for a ticked box, lines for a list of words. */
function asText(value: unknown): string | string[] | undefined {
  if (value === undefined || value === null || value === false) return undefined;
  if (value === true) return 'yes';
  if (value instanceof Date) return toLocalDateTime(value);
  if (Array.isArray(value)) return value.map(String);
  return String(value);
}

const inLines = new Set(['targetGroups', 'items', 'notesBefore']);

/** The values with which the form of an offering opens. */
export function formValuesOf(o: FormContent): FormValues {
  const { rules, details, ...own } = o;
  const { feeFen, ...rest } = detailsOf[o.kind].parse(details);
  const all = { ...own, ...offeringRules.parse(rules), ...rest };
  const entries = Object.entries(all).flatMap(([name, value]) => {
    const text = asText(value);
    if (text === undefined) return [];
    return [[name, inLines.has(name) && Array.isArray(text) ? text.join('\n') : text] as const];
  });
  const fee: FormValues = feeFen > 0 ? { fee: String(feeFen / 100) } : {};
  return { ...Object.fromEntries(entries), ...fee };
}

const fieldLabels: Record<string, string> = {
  title: '名称',
  summary: '一句话介绍',
  description: '说明',
  contactPhone: '咨询电话',
  visibility: '谁能看到',
  needsApproval: '是否审核',
  asksHealthNotes: '健康提示',
  bookingOpensAt: '开始报名',
  bookingClosesAt: '截止报名',
  cancelHours: '取消时限',
  term: '期次',
  rules: '报名条件',
  details: '其他内容',
};

/** Names of the fields in which what is stored differs from what was typed, for a conflict. */
export function changedFields(stored: FormContent, typed: Partial<FormContent>): string[] {
  const same = (name: keyof FormContent) =>
    JSON.stringify(stable(stored[name])) === JSON.stringify(stable(typed[name]));
  return Object.entries(fieldLabels)
    .filter(([name]) => name in typed && !same(name as keyof FormContent))
    .map(([, label]) => label);
}
