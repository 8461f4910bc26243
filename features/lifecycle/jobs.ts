import type { TaskList } from 'graphile-worker';
import { absencesCrontab, absencesJobs } from '@/features/absences/jobs';
import { announcementsCrontab, announcementsJobs } from '@/features/announcements/jobs';
import { applicationsCrontab, applicationsJobs } from '@/features/applications/jobs';
import { attendanceCrontab, attendanceJobs } from '@/features/attendance/jobs';
import { bookingsClocks, bookingsCrontab, bookingsJobs } from '@/features/bookings/jobs';
import { childcareCrontab, childcareJobs } from '@/features/childcare/jobs';
import { clocksCrontab, clocksJobs } from '@/features/clocks/jobs';
import { correctionsCrontab, correctionsJobs } from '@/features/corrections/jobs';
import { deskCrontab, deskJobs } from '@/features/desk/jobs';
import { drawsCrontab, drawsJobs } from '@/features/draws/jobs';
import { duplicatesCrontab, duplicatesJobs } from '@/features/duplicates/jobs';
import { registerCrontab, registerJobs } from '@/features/employer-register/jobs';
import { enrolmentCrontab, enrolmentJobs } from '@/features/enrolment/jobs';
import { familyCrontab, familyJobs } from '@/features/family/jobs';
import { foundingClocks } from '@/features/founding/steps/change-clock';
import { identityCrontab, identityJobs } from '@/features/identity/jobs';
import { importsCrontab, importsJobs } from '@/features/imports/jobs';
import { movesCrontab, movesJobs } from '@/features/moves/jobs';
import { officesCrontab, officesJobs } from '@/features/offices/jobs';
import { placesCrontab, placesJobs } from '@/features/places/jobs';
import { questionsCrontab, questionsJobs } from '@/features/questions/jobs';
import { ratingsCrontab, ratingsJobs } from '@/features/ratings/jobs';
import { reviewClocks, reviewCrontab, reviewJobs } from '@/features/review/jobs';
import { rollsCrontab, rollsJobs } from '@/features/rolls/jobs';
import { schedulingCrontab, schedulingJobs } from '@/features/scheduling/jobs';
import { screeningCrontab, screeningJobs } from '@/features/screening/jobs';
import { trainingCrontab, trainingJobs } from '@/features/training/jobs';
import { transfersCrontab, transfersJobs } from '@/features/transfers/jobs';
import { transferDeadlines } from '@/features/transfers/steps/keep-deadlines';
import { unitListsCrontab, unitListsJobs } from '@/features/unit-lists/jobs';
import { system } from '@/lib/actor';
import { renewSeals } from '@/lib/crypto/renew-seals';
import { makeCtx } from '@/lib/ctx';
import { resumeRuns } from '@/lib/forms/bulk-run';
import { jobId } from '@/lib/jobs/job-id';
import { purgeExpired } from '@/lib/jobs/purge-expired';
import { sealLedger } from '@/lib/ledger/seal';
import { deliverMessage } from '@/lib/messaging/deliver-message';
import { chooseSms } from '@/lib/messaging/sms/choose';
import { transaction } from '@/lib/transaction';
import { tellCarried } from './commands/tell-carried';

/** What the worker process does; each task is named as `add_job` queues it. */
export const jobs: TaskList = {
  deliver_message: async (payload, { job }) => {
    await deliverMessage(jobId(payload), chooseSms(), job.attempts >= job.max_attempts);
  },
  tidy_up: purgeExpired,
  seal_ledger: async () => {
    await sealLedger();
  },
  tell_carried: (payload) => tellCarried(jobId(payload)),
  renew_seals: async () => {
    await renewSeals();
  },
  resume_bulk: async () => {
    await transaction(makeCtx(system()), resumeRuns);
  },
  ...clocksJobs({ ...reviewClocks, ...bookingsClocks, ...transferDeadlines, ...foundingClocks }),
  ...identityJobs,
  ...applicationsJobs,
  ...reviewJobs,
  ...transfersJobs,
  ...familyJobs,
  ...bookingsJobs,
  ...movesJobs,
  ...placesJobs,
  ...drawsJobs,
  ...unitListsJobs,
  ...enrolmentJobs,
  ...rollsJobs,
  ...schedulingJobs,
  ...absencesJobs,
  ...attendanceJobs,
  ...childcareJobs,
  ...ratingsJobs,
  ...trainingJobs,
  ...questionsJobs,
  ...screeningJobs,
  ...correctionsJobs,
  ...announcementsJobs,
  ...importsJobs,
  ...duplicatesJobs,
  ...deskJobs,
  ...registerJobs,
  ...officesJobs,
};

/** Times are UTC: 19:30 is half past three at night in China. */
export const crontab = `
* * * * * resume_bulk
30 19 * * * tidy_up
0 20 * * * renew_seals
5 16 * * * seal_ledger ?fill=1d
${clocksCrontab}${identityCrontab}${applicationsCrontab}${transfersCrontab}${reviewCrontab}
${bookingsCrontab}${movesCrontab}${placesCrontab}${drawsCrontab}${unitListsCrontab}${enrolmentCrontab}${rollsCrontab}${schedulingCrontab}
${absencesCrontab}${attendanceCrontab}${ratingsCrontab}${trainingCrontab}
${questionsCrontab}${childcareCrontab}${screeningCrontab}${familyCrontab}${correctionsCrontab}${announcementsCrontab}${importsCrontab}${duplicatesCrontab}${deskCrontab}${registerCrontab}${officesCrontab}`;
