import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { jobId } from '@/lib/jobs/job-id';
import { transaction } from '@/lib/transaction';
import { checkImport } from './commands/check-import';
import { recordImported } from './commands/record-imported';
import { resumeImports } from './commands/resume-imports';
import { takeBackImport } from './commands/take-back-import';
import { writeImport } from './commands/write-import';
import { personalData } from './personal-data';

/** What this feature does by the clock; the worker's list takes it in. */
export const importsJobs: TaskList = {
  check_import: async (payload) => {
    await checkImport(jobId(payload));
  },
  write_import: async (payload) => {
    await writeImport(jobId(payload));
  },
  take_back_import: async (payload) => {
    await takeBackImport(jobId(payload));
  },
  record_imported: async () => {
    await recordImported();
  },
  resume_imports: async () => {
    await resumeImports();
  },
  forget_imports: async () => {
    await transaction(makeCtx(system()), (tx) => personalData.expire(tx));
  },
};

/** The rows of old files go at 20:45 UTC, a quarter to five at night in China. */
export const importsCrontab =
  '* * * * * resume_imports\n17 * * * * record_imported\n45 20 * * * forget_imports\n';
