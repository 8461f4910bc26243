import { blindIndex } from './blind-index';
import type { FieldPlace } from './field';

/** Where each sealed column lives: writer and reader must name the same place. */
const place =
  (table: string, column: string) =>
  (rowId: string): FieldPlace => ({ table, column, rowId });

export const accountPhone = place('accounts', 'phone_sealed');
export const accountTotp = place('accounts', 'totp_sealed');
export const personDocument = place('people', 'id_sealed');
export const applicationDocument = place('membership_applications', 'id_sealed');
export const childName = place('children', 'name_sealed');
export const childDocument = place('children', 'id_sealed');
export const childBirth = place('children', 'birth_sealed');
export const bookingHealth = place('bookings', 'health_sealed');
export const bookingAnswers = place('bookings', 'answers_sealed');
export const answerValue = place('answers', 'value_sealed');
export const answerFileName = place('answer_files', 'name_sealed');
export const answerFileContent = place('answer_files', 'content_sealed');
export const classStaffPhone = place('class_staff', 'phone_sealed');
export const correctionDetails = place('identity_corrections', 'details_sealed');
export const correctionPhoto = place('correction_proofs', 'photo_sealed');
export const pickUpPhoto = place('pick_up_photos', 'photo_sealed');
export const pickUpCode = place('pick_up_codes', 'code_sealed');
export const pickUpBearer = place('pick_up_codes', 'bearer_sealed');
export const handOverPerson = place('child_hand_overs', 'person_sealed');
export const incidentBody = place('class_incidents', 'body_sealed');
export const excuseReason = place('absence_excuses', 'reason_sealed');
export const returnVerdict = place('return_visits', 'verdict_sealed');
export const ratingComment = place('ratings', 'comment_sealed');
/** In a browser, for an account: no row of ours. */
export const keptForm = place('kept_form', 'values');
/** In an address, for an account or a browser: no row of ours. */
export const searchedWords = place('search', 'words');
export const unitListRows = place('unit_lists', 'rows_sealed');
export const drawSecret = place('draws', 'secret_sealed');

/** What a phone is found by. */
export const phoneIndex = (phone: string): string => blindIndex('phone', phone);

/** What an identity document is found by; the same digits of two kinds of document differ. */
export const documentIndex = (type: string, normalised: string): string =>
  blindIndex(`document|${type}`, normalised);
