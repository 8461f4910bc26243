import { clocks } from '@/db/schema/clocks';
import { accounts, consents, people } from '@/db/schema/identity';
import { runningNumbers } from '@/db/schema/kernel';
import {
  applicationDocument,
  applicationEvents,
  membershipApplications,
} from '@/db/schema/membership';
import { answerClock } from '@/features/applications/queries/answer-clock';
import { answerTerms } from '@/features/applications/rules/review';
import { idConsent, pledge } from '@/features/applications/rules/texts';
import { applicationPrefix } from '@/features/members/rules/numbers';
import { type DatedCalendar, readDatedCalendar } from '@/lib/calendar/work-calendar';
import { addWorkdays, type WorkCalendar } from '@/lib/calendar/workdays';
import { gramsOf } from '@/lib/china/name-grams';
import { readName } from '@/lib/china/pinyin';
import { sealField } from '@/lib/crypto/field';
import { documentIndex } from '@/lib/crypto/indexes';
import { sha256Hex } from '@/lib/crypto/token';
import type { Ctx } from '@/lib/ctx';
import { addDays, startOfDay, todayOn } from '@/lib/dates';
import { maskId } from '@/lib/format';
import { newId } from '@/lib/ids';
import { receiptNumber, receiptSeries } from '@/lib/receipt-number';
import { historyOf } from './application-history';
import type { Case } from './cases';
import { clockRow } from './clocks';
import { caseData } from './data/applications';
import { OCCUPATIONS_VERSION, occupationsOf } from './data/occupations';
import { invented } from './federation';
import { insertAll } from './insert';
import type { Member } from './members';
import type { Federation } from './organisations';
import { accountRow, type makePeople } from './people';
import type { Random } from './random';

type Row = typeof membershipApplications.$inferInsert;

interface Given {
  random: Random;
  federation: Federation;
  person: ReturnType<typeof makePeople>;
  members: Member[];
}

const isDraft = (c: Case) => c.status === 'draft';
const HOUR = 3_600_000;

/** The applicants who are not members yet; the first is the demo login that has to correct something. */
function openCases({ random, federation, person }: Given, now: Date): Case[] {
  const today = todayOn(now);
  return caseData.map((data, n) => {
    const named = federation.homes.find((home) => home.name === data.at);
    const home = named ?? random.pick(federation.homes);
    const submittedOn = startOfDay(addDays(today, -data.daysAgo));
    const clock = data.daysAgo === 0 ? 0 : random.int(8, 20) * HOUR;
    return {
      ...data,
      id: newId(),
      person: person(
        n === 0 ? { name: invented.people.applicant, phone: '13900000002', sex: 'female' } : {},
      ),
      home,
      occupation: random.weighted(occupationsOf[home.trade]),
      submittedAt: new Date(submittedOn.getTime() + clock),
      number: null,
    };
  });
}

/** Ten of those who joined most recently: their application is approved and still to be seen. */
function approvedCases(members: Member[]): Case[] {
  const recent = [...members].sort((a, b) => (a.joinedOn < b.joinedOn ? 1 : -1)).slice(0, 10);
  return recent.map((member) => {
    member.applicationId = newId();
    const submittedOn = startOfDay(addDays(member.joinedOn, -2));
    return {
      status: 'approved',
      daysAgo: 0,
      id: member.applicationId,
      person: member,
      home: member.home,
      occupation: member.occupation,
      submittedAt: new Date(submittedOn.getTime() + 10 * HOUR),
      number: null,
    };
  });
}

/** Numbers run by day, in the order of submission. */
function numberCases(cases: Case[]): { series: string; last: number }[] {
  const running = new Map<string, number>();
  for (const c of cases.filter((one) => !isDraft(one))) {
    const on = todayOn(c.submittedAt);
    const n = (running.get(on) ?? 0) + 1;
    running.set(on, n);
    c.number = receiptNumber(applicationPrefix, on, n);
  }
  return [...running].map(([on, last]) => ({ series: receiptSeries(applicationPrefix, on), last }));
}

function rowOf(c: Case, parentOf: (id: string) => string | null, calendar: WorkCalendar): Row {
  const { person, home, occupation, submittedAt } = c;
  const parent = parentOf(home.id);
  const submittedOn = todayOn(submittedAt);
  const due = addWorkdays(submittedOn, 5, calendar);
  const escalated = c.with === 'escalated';
  const decided = c.status === 'approved' || c.status === 'rejected';
  const employer = home.employers[0];
  const reading = readName(person.name);
  return {
    id: c.id,
    number: c.number,
    accountId: person.accountId,
    personId: person.personId,
    status: c.status,
    channel: c.channel ?? 'web',
    name: person.name,
    pinyin: reading.sortKey,
    nameGrams: gramsOf(person.name),
    phoneTail: person.phone.slice(-4),
    idType: 'resident_id',
    idSealed: sealField(person.idNumber, applicationDocument(c.id)),
    idIndex: documentIndex('resident_id', person.idNumber),
    idMasked: maskId(person.idNumber),
    sex: person.sex,
    birthOn: person.birthOn,
    // A draft is as far as it goes: the last question is still open.
    occupationCode: occupation,
    occupationVersion: OCCUPATIONS_VERSION,
    ...(isDraft(c)
      ? { createdAt: submittedAt, updatedAt: submittedAt }
      : {
          route: c.channel === 'qr' ? 'qr' : home.kind === 'online_home' ? 'town' : 'employer',
          organisationId: home.id,
          employerId: employer?.id ?? null,
          employerName: employer?.name ?? null,
          townId: home.townId,
          pledgeVersion: pledge.version,
          submittedAt,
          deskId: c.with ? parent : home.id,
          step: c.with === 'second_step' ? 2 : 1,
          stepsTotal: c.with === 'second_step' ? 2 : 1,
          dueOn: escalated ? addWorkdays(due, 5, calendar) : due,
          escalatedAt: escalated ? startOfDay(addDays(due, 1)) : null,
          openedAt: ['submitted', 'withdrawn'].includes(c.status)
            ? null
            : new Date(submittedAt.getTime() + 20 * HOUR),
          decidedAt: decided ? new Date(submittedAt.getTime() + 30 * HOUR) : null,
          reason: c.reason ?? null,
          sentBackFields: [...(c.fields ?? [])],
          createdAt: new Date(submittedAt.getTime() - HOUR),
          updatedAt: submittedAt,
        }),
  };
}

/** The union's time to answer what still waits; what was passed on for being late got as much again. */
function clockOf(c: Case, calendar: DatedCalendar): typeof clocks.$inferInsert {
  const terms = answerTerms({ slaDays: 5, reminderDays: 3 });
  const late = c.with === 'escalated';
  const extension = late ? ({ unit: 'workday', length: 5 } as const) : null;
  const row = clockRow(answerClock(c.id), { startedAt: c.submittedAt, terms, extension }, calendar);
  const over = startOfDay(row.dueOn ?? todayOn(c.submittedAt));
  return late ? { ...row, warnedAt: over, expiredAt: over } : row;
}

const isWaitingCase = ({ status }: Case) => status === 'submitted' || status === 'in_review';

const consentRows = (c: Case): (typeof consents.$inferInsert)[] =>
  [pledge, idConsent].map((text) => ({
    id: newId(),
    accountId: c.person.accountId,
    purpose: text.purpose,
    textVersion: text.version,
    textHash: sha256Hex(text.body),
    subjectType: 'membership_application',
    subjectId: c.id,
    givenAt: c.submittedAt,
  }));

/** Applications in every state, on desks of every level; members' own accounts must exist already. */
export async function seedApplications(tx: Ctx, given: Given): Promise<Case[]> {
  const open = openCases(given, tx.now);
  const cases = [...open, ...approvedCases(given.members)].sort(
    (a, b) => a.submittedAt.getTime() - b.submittedAt.getTime(),
  );
  const series = numberCases(cases);
  const { parents, names } = given.federation;
  const parentOf = (id: string) => parents.get(id) ?? null;
  const calendar = await readDatedCalendar(tx);
  const newcomers = open.map(({ person }) => person);
  await insertAll(
    tx,
    accounts,
    newcomers.map((p) => accountRow(p)),
  );
  await insertAll(
    tx,
    people,
    newcomers.map(({ personId: id, accountId }) => ({ id, accountId })),
  );
  await insertAll(
    tx,
    membershipApplications,
    cases.map((c) => rowOf(c, parentOf, calendar.days)),
  );
  await insertAll(
    tx,
    clocks,
    cases.filter(isWaitingCase).map((c) => clockOf(c, calendar)),
  );
  const sent = cases.filter((c) => !isDraft(c));
  const nameOf = (id: string) => names.get(id) ?? '上级工会';
  await insertAll(
    tx,
    applicationEvents,
    sent.flatMap((c) => historyOf(c, nameOf(parentOf(c.home.id) ?? ''))),
  );
  await insertAll(tx, consents, sent.flatMap(consentRows));
  await insertAll(tx, runningNumbers, series);
  return cases;
}
