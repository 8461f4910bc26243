import 'server-only';
import type { ClockRef } from '@/features/clocks/queries/clock-row';

/** The union's time to answer an application. */
export const answerClock = (applicationId: string): ClockRef => ({
  subjectKind: 'application',
  subjectId: applicationId,
  kind: 'application_answer',
});
