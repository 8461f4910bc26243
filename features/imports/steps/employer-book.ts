import 'server-only';
import {
  evidenceLabels,
  originLabels,
  sourceLabels,
} from '@/features/employer-register/rules/labels';
import { listTowns } from '@/features/organisations/queries/organisations';
import { bookFields } from '../rules/books';
import { type FoundListLine, readEmployerLines } from '../rules/employer-line';
import { absentEmployers } from './absent-employers';
import type { BookWork } from './book-work';
import { employerBookWords } from './employer-words';
import { type EmployerContext, type PlannedEmployer, planEmployers } from './plan-employers';
import { previewEmployers, takeBackEmployers } from './take-back-employers';
import { writeEmployers } from './write-employers';

/** 企业台账, from the lists of 市监, 税务 and 人社. */
export const employerBook: BookWork<FoundListLine, PlannedEmployer, EmployerContext> = {
  columns: bookFields.employers,
  notes: [
    '在第一张表里填，一行一家单位。第一行的栏名不要改；市监、税务给的表有别的栏也可以，导入时再对栏。',
    '先按统一社会信用代码认，再按镇街里的名称认；名称像、代码不同的列为冲突，由您决定。',
    '传上来先核对，核对以前库里什么都不改。',
  ],
  options: async (tx) => ({
    town: (await listTowns(tx)).map(({ shortName }) => shortName),
    staffEvidence: Object.values(evidenceLabels),
    source: Object.values(sourceLabels),
    origin: Object.values(originLabels),
  }),
  context: async (_tx, { id, organisationId, uploadedBy, startedBy }) => ({
    ...{ importId: id, organisationId, officerId: startedBy ?? uploadedBy },
  }),
  parse: async (tx, sheet, columns, { organisationId }) =>
    readEmployerLines(
      sheet,
      columns,
      await employerBookWords(tx, organisationId, 'responsible' in columns),
    ),
  numberOf: ({ line }) => line.uscc ?? (line.problems.length > 0 ? '' : '没有信用代码'),
  plan: planEmployers,
  write: writeEmployers,
  absent: absentEmployers,
  takeBack: takeBackEmployers,
  previewTakingBack: previewEmployers,
};
