import type { applicationEvents } from '@/db/schema/membership';
import type { Case } from './cases';

type EventRow = typeof applicationEvents.$inferInsert;
type Step = [type: string, to: EventRow['toStatus'], by: string, hours: number, note?: string];

function stepsOf(c: Case, parent: string): Step[] {
  const union = c.home.shortName;
  const opened: Step = ['opened', 'in_review', union, 20];
  const escalated: Step = ['escalated', c.status, '系统', 190, `超过时限，转${parent}办理`];
  const tail: Record<Case['status'], Step[]> = {
    draft: [],
    submitted: [],
    in_review: [opened],
    sent_back: [opened, ['sent_back', 'sent_back', union, 21, c.reason]],
    approved: [opened, ['approved', 'approved', union, 30]],
    rejected: [opened, ['rejected', 'rejected', union, 30, c.reason]],
    withdrawn: [['withdrawn', 'withdrawn', '本人', 6]],
  };
  const steps = [...tail[c.status]];
  if (c.with === 'second_step')
    steps.push(['passed_on', 'in_review', union, 26, `转${parent}确认`]);
  if (c.with === 'escalated') steps.push(escalated);
  return steps;
}

/** 经过 of one application, from submission to where it stands. */
export function historyOf(c: Case, parent: string): EventRow[] {
  const applicationId = c.id;
  let status: string = 'submitted';
  const first: EventRow = {
    applicationId,
    at: c.submittedAt,
    type: 'submitted',
    fromStatus: 'draft',
    toStatus: 'submitted',
    actorAccountId: c.person.accountId,
    actorLabel: '本人',
  };
  const rest = stepsOf(c, parent).map(([type, toStatus, actorLabel, hours, note]): EventRow => {
    const fromStatus = status;
    status = toStatus;
    const at = new Date(c.submittedAt.getTime() + hours * 3_600_000);
    const fields = type === 'sent_back' ? [...(c.fields ?? [])] : null;
    return { applicationId, at, type, fromStatus, toStatus, actorLabel, note, fields };
  });
  return [first, ...rest];
}
