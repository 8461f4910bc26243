/** A photo of a document: large enough to read, small enough for two of them in one form without script. */
export const proofPhoto = { bytes: 5 * 1_048_576, pixels: 20_000 };

/** The longer side in pixels to which a phone shrinks it: an ID card stays readable. */
export const PROOF_PIXELS = 1600;

/** What an officer may have seen on the table. */
export const counterProofs = [
  'id_card',
  'household_register',
  'birth_certificate',
  'permit',
  'other',
] as const;
export type CounterProof = (typeof counterProofs)[number];

export const counterProofLabels: Record<CounterProof, string> = {
  id_card: '居民身份证原件',
  household_register: '户口簿原件',
  birth_certificate: '出生医学证明原件',
  permit: '居住证、通行证或护照原件',
  other: '其他证明原件（在原因里写明）',
};
