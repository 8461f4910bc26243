import { PrintSheet } from '@/components/ui/print-sheet';
import { QrCode } from '@/components/ui/qr-code';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import { qrDrawing } from '@/lib/documents/qr';
import type { OfferingFile } from '../rules/files-by-purpose';
import { placeWords, whenWords, whereWords, windowWords } from '../rules/share-text';
import { offeringPath, sharedOffering } from '../rules/shared-offering';
import { OfferingPicture } from './picture';

interface OfferingPosterProps {
  offering: DeskOffering;
  /** Who may book, as sentences; the first few are printed. */
  conditions: readonly string[];
  origin: string;
  hotline: string;
  size: 'a4' | 'a3';
  cover: OfferingFile | undefined;
}

/**
 * A sheet for the wall: what, when, where, for whom, and a code that takes the height that is left: 5 to 10 cm on
 * A4, half as much again on A3.
 */
export function OfferingPoster({ offering, conditions, ...rest }: OfferingPosterProps) {
  const { origin, hotline, size, cover } = rest;
  const shared = sharedOffering(offering);
  const facts = [
    ['时间', whenWords(shared)],
    ['地点', whereWords(shared)],
    ['谁能报', conditions.slice(0, 4).join('，')],
    ['名额', placeWords(shared)],
    ['报名时间', windowWords(shared)],
  ].filter(([, words]) => words);
  return (
    <PrintSheet title={offering.title} poster large={size === 'a3'}>
      <div className="flex flex-col print:h-[220mm]">
        <p className="text-center text-[20pt]">{offering.organiser}</p>
        {offering.summary && (
          <p className="mt-2 text-balance text-center text-[16pt]">{offering.summary}</p>
        )}
        {cover && (
          <OfferingPicture file={cover} className="mx-auto mt-4 max-h-[46mm] w-auto flex-none" />
        )}
        <dl className="mx-auto mt-4 w-full max-w-[168mm] text-[16pt] leading-snug">
          {facts.map(([label, words]) => (
            <div key={label} className="flex gap-4 border-b border-line py-2">
              <dt className="w-[5em] flex-none text-ink-2">{label}</dt>
              <dd className="min-w-0 text-pretty">{words}</dd>
            </div>
          ))}
        </dl>
        <QrCode
          drawing={qrDrawing(`${origin}${offeringPath(offering.id)}`)}
          label={`打开${offering.title}`}
          className="mx-auto my-4 block w-[66mm] max-w-full print:min-h-[50mm] print:max-h-[104mm] print:w-auto print:flex-1"
        />
        <p className="text-center text-[20pt]">
          {offering.allocation === 'unit'
            ? '微信扫一扫看详情，由单位统一报名'
            : '微信扫一扫，用手机号登录报名'}
        </p>
        <p className="mt-3 text-balance text-center text-[14pt]">
          咨询 {offering.contactPhone ?? hotline}
          {offering.visibility === 'all' &&
            `，或打开 ${origin.replace(/^https?:\/\//, '')} 搜“${offering.title}”`}
        </p>
      </div>
    </PrintSheet>
  );
}
