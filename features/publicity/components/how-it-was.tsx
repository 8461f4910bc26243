import { type Closing, closingCounts } from '../rules/closing';
import type { OfferingFile } from '../rules/files-by-purpose';
import { OfferingPicture } from './picture';

interface HowItWasProps {
  closing: Closing;
  photos: readonly OfferingFile[];
}

/** 小结 of an offering that is over: a paragraph and its photos, two beside each other where there is room. */
export function HowItWas({ closing, photos }: HowItWasProps) {
  const counts = closingCounts(closing);
  return (
    <section className="mb-6">
      <h2 className="mb-3 text-h3">办得怎么样</h2>
      {counts && <p className="mb-2 font-semibold">{counts}</p>}
      <p className="whitespace-pre-line">{closing.words}</p>
      {photos.length > 0 && (
        <ul className="mt-4 grid gap-3 sm:grid-cols-2">
          {photos.map((photo) => (
            <li key={photo.id}>
              <OfferingPicture file={photo} later />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
