import { retentionWords } from './retention';

/** One question of a certificate: what it was called and how much went, never what was answered. */
export interface PurgedQuestion {
  readonly questionId: string;
  readonly label: string;
  readonly keptDays: number;
  readonly answers: number;
  readonly files: number;
}

export interface CertificateContent {
  readonly number: string;
  /** ISO instant. */
  readonly at: string;
  readonly offeringId: string;
  readonly title: string;
  readonly rule: 'retention' | 'unsent';
  readonly purged: readonly PurgedQuestion[];
}

export const purgeRuleLabels: Record<CertificateContent['rule'], string> = {
  retention: '保留期满',
  unsent: '填了没有提交预约',
};

/** Days after which answers go that were prepared and never booked with. */
export const unsentDays = 30;

/** By which rule answers went, in words, from days: 最后一场结束后 30 天删除. */
export const purgeRuleWords = (rule: CertificateContent['rule'], keptDays: number): string =>
  rule === 'retention' ? retentionWords(keptDays) : `${unsentDays} 天没有提交预约，删除`;

/** The text that the certificate's hash is taken of; the same content gives the same text. */
export function certificateText(c: CertificateContent): string {
  const lines = [...c.purged]
    .sort((a, b) => (a.questionId < b.questionId ? -1 : 1))
    .map((q) => [q.questionId, q.label, q.keptDays, q.answers, q.files]);
  return JSON.stringify([c.number, c.at, c.offeringId, c.title, c.rule, lines]);
}

/** How many answers and files went in all. */
export const totals = (purged: readonly PurgedQuestion[]) => ({
  answers: purged.reduce((sum, q) => sum + q.answers, 0),
  files: purged.reduce((sum, q) => sum + q.files, 0),
});
