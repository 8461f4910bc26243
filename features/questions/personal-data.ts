import 'server-only';
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { offerings } from '@/db/schema/offerings';
import { answerSheets, answers } from '@/db/schema/questions';
import { overStatuses } from '@/features/bookings/queries/status-lists';
import type { Ctx } from '@/lib/ctx';
import { readAllQuestions } from './queries/form';
import { readAnswers } from './queries/sheet';
import { answerWords } from './rules/answer-words';

/** Every answer of the person in plain, for 查阅复制 (PIPL 45). The caller audits it. */
async function exportOf(tx: Ctx, personId: string) {
  const sheets = await tx.db
    .select({ sheet: answerSheets, title: offerings.title })
    .from(answerSheets)
    .innerJoin(offerings, eq(offerings.id, answerSheets.offeringId))
    .where(eq(answerSheets.personId, personId));
  const listed = [];
  for (const { sheet, title } of sheets) {
    const stored = await readAnswers(tx, sheet.id);
    const asked = await readAllQuestions(tx, sheet.offeringId);
    listed.push({
      title,
      booked: sheet.bookingId !== null,
      answers: asked.flatMap((q) => {
        const one = stored.get(q.id);
        if (!one) return [];
        return [
          { question: q.label, answer: answerWords(q.type, one.value), taken: one.withdrawn },
        ];
      }),
    });
  }
  return { answers: listed };
}

/**
 * Deletes the person's answers and files of bookings that are over or were never made (PIPL 47). What
 * lies ahead is cancelled first. Run it as the system.
 * @returns how many answers went
 */
async function erase(tx: Ctx, personId: string): Promise<number> {
  const over = sql`exists (select 1 from bookings b join offering_sessions s on s.id = b.session_id
    where b.id = ${answerSheets.bookingId}
      and (b.status in ${overStatuses} or s.ends_at < now()))`;
  const sheets = tx.db
    .select({ id: answerSheets.id })
    .from(answerSheets)
    .where(and(eq(answerSheets.personId, personId), or(isNull(answerSheets.bookingId), over)));
  const gone = await tx.db
    .delete(answers)
    .where(inArray(answers.sheetId, sheets))
    .returning({ id: answers.id });
  return gone.length;
}

/** What this module holds of a person, for how long, and how it is handed out or removed. */
export const personalData = {
  module: 'questions',
  tables: [
    {
      table: 'answer_sheets',
      holds: '为哪项服务、给谁填了报名问题',
      retention: '随预约；没有提交预约的 30 天',
    },
    {
      table: 'answers',
      holds: '报名问题的回答；标为敏感的加密',
      retention: '按每题设定的天数，最后一场结束后删除，留数据删除记录',
    },
    { table: 'answer_files', holds: '上传的图片和 PDF（加密）', retention: '随回答' },
  ],
  export: exportOf,
  erase,
} as const;
