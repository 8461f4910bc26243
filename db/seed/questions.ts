import { sql } from 'drizzle-orm';
import {
  answerSheets,
  answers,
  answerValue,
  purgeCertificates,
  questionForms,
  questions,
  questionVersions,
} from '@/db/schema/questions';
import { certificateText, totals } from '@/features/questions/rules/certificate';
import type { AnswerValue } from '@/features/questions/rules/question';
import { sealField } from '@/lib/crypto/field';
import { sha256Hex } from '@/lib/crypto/token';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { invented } from './federation';
import { insertAll } from './insert';

const { story } = invented;

const course = '电商直播入门';
const past = `2026暑期职工子女托管班（${story.town}）`;

const asked = [
  {
    type: 'choice',
    label: '有没有直播过',
    hint: null,
    choices: ['没有', '播过几次', '一直在播'],
    required: true,
    sensitive: false,
  },
  {
    type: 'text',
    label: '在哪个平台播',
    hint: '如：抖音、快手',
    choices: [],
    required: true,
    sensitive: false,
  },
  {
    type: 'paragraph',
    label: '需要老师留意的身体情况',
    hint: '听力、视力、行动不便等，没有就不填',
    choices: [],
    required: false,
    sensitive: true,
  },
] as const;

type Booking = Pick<
  typeof answerSheets.$inferInsert,
  'offeringId' | 'organiserId' | 'accountId' | 'personId' | 'attendeeId'
> & { id: string };

/** What the n-th person answered; every ninth has something for the teacher, and the last has still to answer. */
function answersOf(n: number): readonly (AnswerValue | null)[] {
  if (n % 3 === 0) return ['播过几次', n % 2 === 0 ? '抖音' : '快手', null];
  return ['没有', null, n % 9 === 1 ? '左耳听力弱，请安排坐前排' : null];
}

async function seedForm(tx: Ctx, offeringId: string): Promise<string[]> {
  await tx.db.insert(questionForms).values({ offeringId, updatedAt: tx.now });
  const ids = asked.map(() => newId());
  const [first = ''] = ids;
  await tx.db.insert(questions).values(
    ids.map((id, at) => ({
      ...{ id, offeringId, lineage: id, position: at + 1, createdAt: tx.now },
    })),
  );
  await tx.db.insert(questionVersions).values(
    asked.map((q, at) => ({
      ...q,
      questionId: ids[at] ?? '',
      version: 1,
      choices: [...q.choices],
      keptDays: 30,
      showQuestionId: at === 1 ? first : null,
      showValue: at === 1 ? '播过几次' : null,
      createdAt: tx.now,
    })),
  );
  return ids;
}

async function seedAnswers(tx: Ctx, ids: readonly string[], booked: readonly Booking[]) {
  const sheets = booked.map(({ id: bookingId, ...row }) => ({
    ...row,
    ...{ id: newId(), bookingId, completeVersion: 1, createdAt: tx.now, updatedAt: tx.now },
  }));
  await insertAll(tx, answerSheets, sheets);
  const rows = sheets.slice(0, -1).flatMap((sheet, n) =>
    answersOf(n).flatMap((value, at) => {
      if (value === null) return [];
      const id = newId();
      const row = { id, sheetId: sheet.id, questionId: ids[at] ?? '', questionVersion: 1 };
      const storedValue = asked[at]?.sensitive
        ? { value: null, valueSealed: sealField(JSON.stringify(value), answerValue(id)) }
        : { value: { v: value }, valueSealed: null };
      return [{ ...row, ...storedValue, answeredAt: tx.now }];
    }),
  );
  await insertAll(tx, answers, rows);
}

/** Last summer's answers are gone; what is left of them is the certificate. */
async function seedCertificate(tx: Ctx) {
  const [class_] = await tx.db.execute<{ id: string; organiser: string }>(
    sql`select id, organisation_id as organiser from offerings where title = ${past}`,
  );
  if (!class_) return;
  const purged = [
    { questionId: newId(), label: '午休用不用自带枕头', keptDays: 30, answers: 28, files: 0 },
    { questionId: newId(), label: '学生证或户口页照片', keptDays: 30, answers: 28, files: 28 },
  ];
  const at = new Date(tx.now.getTime() - 60 * 86_400_000);
  const content = {
    number: 'SC26-0925-0001',
    at: at.toISOString(),
    offeringId: class_.id,
    title: past,
    rule: 'retention' as const,
    purged,
  };
  await tx.db.insert(purgeCertificates).values({
    ...content,
    ...totals(purged),
    id: newId(),
    at,
    organisationId: class_.organiser,
    hash: sha256Hex(certificateText(content)),
  });
}

/** One course that asks three questions, what its people answered, and one certificate of deletion. */
export async function seedQuestions(tx: Ctx): Promise<void> {
  const booked = await tx.db.execute<{ [K in keyof Booking]: string }>(sql`
    select b.id, b.offering_id as "offeringId", b.organiser_id as "organiserId",
      b.account_id as "accountId", b.person_id as "personId", b.attendee_id as "attendeeId"
    from bookings b join offerings o on o.id = b.offering_id
    where o.title = ${course} and b.status = 'booked' order by b.number`);
  const [first] = booked;
  if (!first) throw new Error(`nobody has booked ${course} in the seed`);
  const ids = await seedForm(tx, first.offeringId);
  await seedAnswers(tx, ids, booked);
  await seedCertificate(tx);
}
