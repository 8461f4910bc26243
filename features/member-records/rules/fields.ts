import { recordFields } from '@/db/schema/enums';

export type RecordField = (typeof recordFields)[number];

/** The code of the dictionary or free text by question; null where nothing is said, or no longer. */
export type RecordValues = Partial<Record<RecordField, string | null>>;

interface Asked {
  readonly label: string;
  /** What it is for, as the member reads it. */
  readonly why: string;
  /** Sealed is every answer; these are also masked at the desk and need a consent of their own (PIPL 29). */
  readonly sensitive?: true;
  /** The most characters of free text; absent: one of the dictionary. */
  readonly longest?: number;
}

/** The questions of the 登记表 in the order of its paper. Source: domain.md §1.2. */
export const asked: Record<RecordField, Asked> = {
  ethnicity: { label: '民族', why: '会员统计用，和证件上一致', sensitive: true },
  education: { label: '学历', why: '安排合适的培训' },
  political: { label: '政治面貌', why: '会员统计用', sensitive: true },
  skill: { label: '技术等级', why: '安排技能培训和竞赛' },
  work_state: { label: '就业状况', why: '失业、退休的可以保留会籍' },
  household_kind: { label: '户籍类型', why: '会员统计用' },
  household_place: {
    label: '户籍所在地',
    why: '会员统计用，写到县（市、区）就行',
    sensitive: true,
    longest: 40,
  },
  native_place: { label: '籍贯', why: '登记表上的一项，写到省和市', longest: 20 },
  rural_worker: { label: '是否农民工', why: '农民工会员统计用' },
  platform: { label: '平台、合作企业', why: '接单的平台，帮您那里建会', longest: 40 },
  service_area: { label: '服务区域', why: '常在哪一带，就近安排服务', longest: 40 },
};

export const fieldOrder: readonly RecordField[] = recordFields;

/** Whether an answer is shown at the desk only on request, and asked for with a consent of its own. */
export const isSensitive = (field: RecordField): boolean => asked[field].sensitive === true;

/** Stands on the document, so once given it is changed only with the document seen (ADR 0052). */
export const byDocument: RecordField = 'ethnicity';

export interface RecordChange {
  readonly field: RecordField;
  /** Whether something was said before. */
  readonly wasGiven: boolean;
  /** Null: taken back. */
  readonly value: string | null;
}

/**
 * What a form changes of a record. A question that the form does not carry stays; an empty one is taken back. The
 * answer that stands on the document is given once and may be taken back; any other word for it is the desk's.
 * @returns `at_counter` when the form would change that answer
 */
export function changesOf(
  stored: RecordValues,
  sent: RecordValues,
): readonly RecordChange[] | 'at_counter' {
  const changes: RecordChange[] = [];
  for (const field of fieldOrder) {
    const value = sent[field];
    const before = stored[field];
    if (value === undefined || (value ?? null) === (before ?? null)) continue;
    if (field === byDocument && before !== undefined && value !== null) return 'at_counter';
    changes.push({ field, wasGiven: typeof before === 'string', value });
  }
  return changes;
}
