import type { offeringFileKinds, offeringFilePurposes } from '@/db/schema/enums';

/** A file of an offering without its bytes. */
export interface OfferingFile {
  readonly id: string;
  readonly purpose: (typeof offeringFilePurposes)[number];
  readonly kind: (typeof offeringFileKinds)[number];
  readonly words: string;
  /** Pixels; of a PDF null. */
  readonly width: number | null;
  readonly height: number | null;
  /** Bytes. */
  readonly size: number;
}

export interface OfferingFiles {
  readonly cover: OfferingFile | undefined;
  readonly attachments: readonly OfferingFile[];
  readonly photos: readonly OfferingFile[];
}

/** The files of an offering by what they are for, each in the order given. */
export const filesByPurpose = (files: readonly OfferingFile[]): OfferingFiles => ({
  cover: files.find(({ purpose }) => purpose === 'cover'),
  attachments: files.filter(({ purpose }) => purpose === 'attachment'),
  photos: files.filter(({ purpose }) => purpose === 'photo'),
});
