import { PageHead } from '@/components/layout/member-page';
import { Notice } from '@/components/ui/notice';
import { OfferingFactList } from '@/features/enrolment/components/offering-facts';
import type { OfferingPage } from '@/features/enrolment/queries/offering-page';
import { AttachmentList } from '@/features/publicity/components/attachment-list';
import { HowItWas } from '@/features/publicity/components/how-it-was';
import { OfferingPicture } from '@/features/publicity/components/picture';
import { PublicRatingLine } from '@/features/ratings/components/public-rating';
import type { PublicRating } from '@/features/ratings/queries/summary';
import { VisitNotes } from '@/features/screening/components/visit-notes';
import { specialFacts } from './special-facts';

interface OfferingBodyProps {
  offering: OfferingPage;
  rating: PublicRating;
}

/** What everybody reads of an offering, on its page and where officers look at it beforehand. */
export function OfferingBody({ offering, rating }: OfferingBodyProps) {
  const { files } = offering;
  return (
    <div>
      <PageHead title={offering.title}>{offering.summary}</PageHead>
      {offering.status === 'cancelled' && (
        <Notice tone="warning" className="mb-4">
          已取消：{offering.cancelledReason ?? '请看看其他服务'}
        </Notice>
      )}
      {files.cover && <OfferingPicture file={files.cover} className="mb-4" />}
      {offering.closing && <HowItWas closing={offering.closing} photos={files.photos} />}
      <OfferingFactList offering={offering} special={specialFacts(offering)} />
      {offering.description && (
        <p className="mt-4 whitespace-pre-line text-ink-2">{offering.description}</p>
      )}
      <AttachmentList files={files.attachments} />
      {rating.summary && <PublicRatingLine {...rating} />}
      {offering.kind === 'screening' && <VisitNotes details={offering.details} />}
    </div>
  );
}
