import { isQuestion, questionLabels } from '@/features/applications/rules/questions';

interface Event {
  readonly type: string;
  readonly note: string | null;
  readonly fields: readonly string[] | null;
}

export interface Corrections {
  readonly rows: { label: string; before: string; after: string }[];
  /** What was asked about and came back as it was. */
  readonly unchanged: string[];
}

const labelOf = (field: string) => (isQuestion(field) ? questionLabels[field] : field);

/** 职业：快递员 → 外卖配送员, as the history says it. */
const parse = (note: string | null) => /^[^：]+：(.*) → (.*)$/su.exec(note ?? '');

/**
 * What a worker changed since the application was last sent back, each answer once: as it was then and as it is now,
 * in the words of the history. Null for an application that did not come back.
 * @param events of one application, oldest first
 */
export function correctionsOf(events: readonly Event[]): Corrections | null {
  const at = events.findLastIndex(({ type }) => type === 'sent_back');
  const since = at < 0 ? [] : events.slice(at);
  if (!since.some(({ type }) => type === 'resubmitted')) return null;
  const changed = new Map<string, { before: string; after: string }>();
  for (const { type, note, fields } of since) {
    const [field = ''] = fields ?? [];
    const read = type === 'corrected' ? parse(note) : null;
    if (!read) continue;
    const [, before = '', after = ''] = read;
    changed.set(field, { before: changed.get(field)?.before ?? before, after });
  }
  const asked = events[at]?.fields ?? [];
  return {
    rows: [...changed].map(([field, words]) => ({ label: labelOf(field), ...words })),
    unchanged: asked.filter((field) => !changed.has(field)).map(labelOf),
  };
}
