import 'server-only';
import { asc, eq, type SQL } from 'drizzle-orm';
import { classIncidents, incidentBody } from '@/db/schema/childcare';
import { recordAudit } from '@/lib/audit';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { readOnRecord } from '@/lib/transaction';
import { parseIncident, withCorrections } from '../rules/incident';
import { enterClass } from './class-access';
import { childrenOf } from './class-day';

/** Lines of the incident log, opened; the row policies say which. The caller has checked. */
export async function incidentLines(tx: Ctx, where: SQL | undefined) {
  const rows = await tx.db
    .select({
      id: classIncidents.id,
      bookingId: classIncidents.bookingId,
      happenedAt: classIncidents.happenedAt,
      recordedAt: classIncidents.recordedAt,
      recorder: classIncidents.recorderLabel,
      correctsId: classIncidents.correctsId,
      bodySealed: classIncidents.bodySealed,
    })
    .from(classIncidents)
    .where(where)
    .orderBy(asc(classIncidents.recordedAt), asc(classIncidents.id));
  return rows.map(({ bodySealed, ...row }) => ({
    ...row,
    ...parseIncident(openField(bodySealed, incidentBody(row.id))),
  }));
}

export type IncidentLine = Awaited<ReturnType<typeof incidentLines>>[number];
export type Incident = { line: IncidentLine; corrections: IncidentLine[] };

/** The incident log of a class with the names of its children, for who runs it; the look is recorded. */
export async function getIncidentLog(ctx: Ctx, sessionId: string) {
  return readOnRecord(ctx, async (tx) => {
    const facts = await enterClass(tx, sessionId);
    const lines = await incidentLines(tx, eq(classIncidents.sessionId, sessionId));
    const children = await childrenOf(tx, sessionId);
    await recordAudit(tx, {
      action: 'view_class_incidents',
      entityType: 'offering_session',
      entityId: sessionId,
      organisationId: facts.organiserId,
      after: { lines: lines.length },
    });
    const incidents: Incident[] = withCorrections(lines);
    return { ...facts, incidents, children, today: todayOn(tx.now), now: tx.now };
  });
}

export type IncidentLog = Awaited<ReturnType<typeof getIncidentLog>>;
