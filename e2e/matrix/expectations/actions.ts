import type { ActionRow } from '../replies';
import { absencesRows } from './actions/absences';
import { announcementRows } from './actions/announcements';
import { attendanceRows } from './actions/attendance';
import { childcareRows } from './actions/childcare';
import { configurationRows } from './actions/configuration';
import { correctionsRows } from './actions/corrections';
import { deskRows } from './actions/desk';
import { drawRows } from './actions/draws';
import { duplicatesRows } from './actions/duplicates';
import { registerRows } from './actions/employer-register';
import { familyRows } from './actions/family';
import { foundingRows } from './actions/founding';
import { identityRows } from './actions/identity';
import { importRowsOfMatrix } from './actions/imports';
import { membershipRows } from './actions/membership';
import { movesRows } from './actions/moves';
import { offeringsRows } from './actions/offerings';
import { officeRows } from './actions/offices';
import { organisationsRows } from './actions/organisations';
import { planningRows } from './actions/planning';
import { publicityRows } from './actions/publicity';
import { questionsRows } from './actions/questions';
import { ratingsRows } from './actions/ratings';
import { screeningRows } from './actions/screening';
import { segmentRows } from './actions/segments';
import { trainingRows } from './actions/training';
import { venuesRows } from './actions/venues';

/** Every server action × every actor. Roles and devices last: those who may change who may do the rest. */
export const actionRows: Record<string, ActionRow> = {
  ...offeringsRows,
  ...movesRows,
  ...planningRows,
  ...drawRows,
  ...questionsRows,
  ...publicityRows,
  ...absencesRows,
  ...attendanceRows,
  ...announcementRows,
  ...screeningRows,
  ...trainingRows,
  ...ratingsRows,
  ...membershipRows,
  ...importRowsOfMatrix,
  ...segmentRows,
  ...deskRows,
  ...correctionsRows,
  ...childcareRows,
  ...familyRows,
  ...organisationsRows,
  ...venuesRows,
  ...duplicatesRows,
  ...registerRows,
  ...foundingRows,
  ...officeRows,
  ...configurationRows,
  ...identityRows,
};
