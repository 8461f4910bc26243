import 'server-only';
import { eq } from 'drizzle-orm';
import { recordAnswers } from '@/db/schema/records';
import type { Ctx } from '@/lib/ctx';
import { readRecordAnswers } from './queries/answers';
import { wordsOf } from './queries/dictionary';
import { asked } from './rules/fields';

/** Every answer of the 登记表 in plain, for 查阅复制 (PIPL 45). The caller audits it. */
async function exportOf(tx: Ctx, personId: string) {
  const answers = await readRecordAnswers(tx, personId);
  const words = await wordsOf(tx, answers);
  return {
    memberRecord: answers
      .filter(({ value }) => value !== null)
      .map(({ field, source, recordedAt }) => ({
        question: asked[field].label,
        answer: words[field] ?? null,
        source,
        recordedAt,
      })),
  };
}

/**
 * All of it: nothing hangs on these answers.
 * @returns how many answers went
 */
async function erase(tx: Ctx, personId: string): Promise<number> {
  const gone = await tx.db.delete(recordAnswers).where(eq(recordAnswers.personId, personId));
  return gone.count;
}

/** What this feature holds of a person, for how long, and how it is handed out or removed. */
export const personalData = {
  module: 'member-records',
  tables: [
    {
      table: 'record_answers',
      holds:
        '登记表选填项：民族、学历、政治面貌、技术等级、就业状况、户籍、籍贯、平台、服务区域（加密）',
      retention: '本人改成“不填”或注销账号时清除',
    },
  ],
  export: exportOf,
  erase,
} as const;
