import 'server-only';
import type { membershipApplications } from '@/db/schema/membership';
import { applicationDocument } from '@/db/schema/membership';
import { openField, sealField } from '@/lib/crypto/field';

type Application = typeof membershipApplications.$inferSelect;

/** A seal holds only in its own row, so a copied number is opened there and sealed here. */
function moveSeal(application: Application, id: string): string | null {
  if (application.idSealed === null) return null;
  const number = openField(application.idSealed, applicationDocument(application.id));
  return sealField(number, applicationDocument(id));
}

/**
 * What a new draft takes over from one that was withdrawn or rejected: the answers, no decision.
 * @param id the new draft's id
 */
export function reusableAnswers(previous: Application, id: string) {
  return {
    name: previous.name,
    pinyin: previous.pinyin,
    nameGrams: previous.nameGrams,
    idType: previous.idType,
    idSealed: moveSeal(previous, id),
    idIndex: previous.idIndex,
    idMasked: previous.idMasked,
    sex: previous.sex,
    birthOn: previous.birthOn,
    occupationCode: previous.occupationCode,
    occupationVersion: previous.occupationVersion,
    route: previous.route,
    organisationId: previous.organisationId,
    employerId: previous.employerId,
    employerName: previous.employerName,
    townId: previous.townId,
  };
}
