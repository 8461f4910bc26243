import 'server-only';
import { and, asc, desc, eq, isNotNull, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { applicationEvents, membershipApplications as applications } from '@/db/schema/membership';
import { organisations } from '@/db/schema/organisations';
import { type ClockView, findClock } from '@/features/clocks/queries/find-clock';
import { occupationName } from '@/features/members/queries/occupations';
import { authorize } from '@/lib/access';
import { readWorkCalendar } from '@/lib/calendar/work-calendar';
import { workdaysBetween } from '@/lib/calendar/workdays';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { read } from '@/lib/transaction';
import type { ApplicationStatus } from '../rules/transitions';
import { answerClock } from './answer-clock';

const unions = alias(organisations, 'unions');
const desks = alias(organisations, 'desks');

const facts = {
  id: applications.id,
  number: applications.number,
  status: applications.status,
  version: applications.version,
  channel: applications.channel,
  name: applications.name,
  phoneTail: applications.phoneTail,
  idType: applications.idType,
  idMasked: applications.idMasked,
  sex: applications.sex,
  birthOn: applications.birthOn,
  occupationCode: applications.occupationCode,
  occupationVersion: applications.occupationVersion,
  employerName: applications.employerName,
  unionName: unions.name,
  unionPhone: unions.phone,
  deskName: desks.shortName,
  step: applications.step,
  stepsTotal: applications.stepsTotal,
  submittedAt: applications.submittedAt,
  dueOn: applications.dueOn,
  openedAt: applications.openedAt,
  escalatedAt: applications.escalatedAt,
  decidedAt: applications.decidedAt,
  reason: applications.reason,
  sentBackFields: applications.sentBackFields,
};

const joined = (tx: Ctx) =>
  tx.db
    .select(facts)
    .from(applications)
    .leftJoin(unions, eq(unions.id, applications.organisationId))
    .leftJoin(desks, eq(desks.id, applications.deskId));

const eventFacts = {
  at: applicationEvents.at,
  type: applicationEvents.type,
  by: applicationEvents.actorLabel,
  note: applicationEvents.note,
  fields: applicationEvents.fields,
};

export interface CaseEvent {
  readonly at: Date;
  readonly type: string;
  /** A department, never a person. */
  readonly by: string;
  readonly note: string | null;
  readonly fields: string[] | null;
}

type Row = Awaited<ReturnType<typeof joined>>[number];
export type MyCase = Row & {
  occupationName: string | null;
  events: CaseEvent[];
  /** Working days between submitting and the last day to answer. */
  workdays: number | null;
  /** The time to answer, with its sum; null before it is submitted. */
  clock: ClockView | null;
};

async function workdaysOf(tx: Ctx, { submittedAt, dueOn }: Row): Promise<number | null> {
  if (submittedAt === null || dueOn === null) return null;
  return workdaysBetween(todayOn(submittedAt), dueOn, await readWorkCalendar(tx));
}

/** One of the worker's own applications with its history, for 进度 and the prints; else NotFound. */
export async function getMyCase(ctx: Ctx, id: string): Promise<MyCase> {
  return read(ctx, async (tx) => {
    authorize(tx.actor.kind === 'account');
    if (!isUuid(id)) throw new NotFound('application');
    const own = and(eq(applications.id, id), eq(applications.accountId, tx.actor.accountId));
    const [row] = await joined(tx).where(own);
    if (!row) throw new NotFound('application');
    const events = await tx.db
      .select(eventFacts)
      .from(applicationEvents)
      .where(eq(applicationEvents.applicationId, id))
      .orderBy(asc(applicationEvents.id));
    const name = await occupationName(tx, row.occupationCode, row.occupationVersion);
    const clock = await findClock(tx, answerClock(id));
    return { ...row, occupationName: name, events, workdays: await workdaysOf(tx, row), clock };
  });
}

export interface MyCaseItem {
  readonly id: string;
  readonly number: string | null;
  readonly status: ApplicationStatus;
  readonly unionName: string | null;
  readonly dueOn: string | null;
  readonly submittedAt: Date | null;
}

/** The worker's own applications, newest first, for 办事 and the home page's 待办. */
export async function listMyCases(ctx: Ctx): Promise<MyCaseItem[]> {
  return read(ctx, async (tx) => {
    authorize(tx.actor.kind === 'account');
    return (
      tx.db
        .select({
          id: applications.id,
          number: applications.number,
          status: applications.status,
          unionName: unions.shortName,
          dueOn: applications.dueOn,
          submittedAt: applications.submittedAt,
        })
        .from(applications)
        .leftJoin(unions, eq(unions.id, applications.organisationId))
        // A draft given up never got a number: it is no case.
        .where(
          and(
            eq(applications.accountId, tx.actor.accountId),
            or(isNotNull(applications.number), eq(applications.status, 'draft')),
          ),
        )
        .orderBy(desc(applications.createdAt))
        .limit(20)
    );
  });
}
