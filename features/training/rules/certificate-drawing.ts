import { measure } from '@/lib/documents/pdf/faces';
import type { PdfMark } from '@/lib/documents/pdf/pdf-file';
import { qrDrawing } from '@/lib/documents/qr';
import { certificateSheet } from './certificate-sheet';

type Sheet = Parameters<typeof certificateSheet>[0];

interface Drawn extends Omit<Sheet, 'revoked' | 'hotline' | 'colour'> {
  readonly checkToken: string;
  readonly revokedAt: Date | null;
}

interface Issuing {
  readonly hotline: string;
  readonly colours: { readonly dark: string };
}

/** The path of the page where anybody may check a certificate; in its QR code. */
export const checkPath = (c: { readonly checkToken: string }): string => `/c/${c.checkToken}`;

/** One certificate as it is drawn on paper, with the code that checks it. */
export const certificateDrawing = (c: Drawn, origin: string, portal: Issuing): PdfMark[] =>
  certificateSheet(
    { ...c, revoked: c.revokedAt !== null, hotline: portal.hotline, colour: portal.colours.dark },
    qrDrawing(`${origin}${checkPath(c)}`),
    measure,
  );
