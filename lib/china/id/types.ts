export const identityDocumentTypes = [
  'resident_id',
  'residence_permit',
  'hk_macau_travel_permit',
  'taiwan_travel_permit',
  'foreign_permanent_resident',
  'passport',
] as const;

export type IdentityDocumentType = (typeof identityDocumentTypes)[number];

export type IdentityDocumentReason =
  | 'empty'
  | 'characters'
  | 'length'
  | 'fifteen_digits'
  | 'seventeen_digits'
  | 'prefix'
  | 'other_type'
  | 'birth_date'
  | 'future'
  | 'too_old'
  | 'checksum';

export interface IdentityDocument {
  ok: true;
  normalised: string;
  masked: string;
  /** Present only where the number itself carries it (`YYYY-MM-DD`). */
  birthOn?: string;
  sex?: 'male' | 'female';
}

export interface IdentityDocumentRefusal {
  ok: false;
  reason: IdentityDocumentReason;
  /** With `other_type`: the kind of document this number belongs to. */
  belongsTo?: IdentityDocumentType;
}

export type IdentityDocumentResult = IdentityDocument | IdentityDocumentRefusal;
