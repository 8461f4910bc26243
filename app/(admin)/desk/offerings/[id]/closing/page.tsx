import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { bookingFilter } from '@/features/bookings/schema/desk-filter';
import {
  addPhotosAction,
  removeFileAction,
  writeClosingAction,
} from '@/features/publicity/actions';
import { ClosingForm } from '@/features/publicity/components/closing-form';
import { PhotosPanel } from '@/features/publicity/components/photos-panel';
import { PublicityDone } from '@/features/publicity/components/publicity-done';
import { findClosing } from '@/features/publicity/queries/closing';
import { listOfferingFiles } from '@/features/publicity/queries/offering-files';
import { tookPlace } from '@/features/publicity/rules/closing';
import { photosMost } from '@/features/publicity/settings';
import { WhoRatedPanel } from '@/features/ratings/components/who-rated';
import { listWhoRated } from '@/features/ratings/queries/who-rated';
import { offeringTab } from '@/features/scheduling/components/offering-tab';
import { FollowUpPanel } from '@/features/training/components/follow-up-panel';
import { countCertificates } from '@/features/training/queries/certificate-count';
import { countFollowUps } from '@/features/training/queries/follow-ups';
import { followUpFirstMonths, followUpSecondMonths } from '@/features/training/settings';
import { readSettings } from '@/lib/settings';
import { ClosingNumbers } from './closing-numbers';

export const metadata: Metadata = { title: '小结' };

export default offeringTab('closing', async ({ ctx, id, offering, search }) => {
  const { sessions } = tookPlace(offering);
  if (sessions === 0) {
    return (
      <EmptyState icon="calendar" title="还没有办完的场次">
        第一场结束后，这里有人数、评价，可以写小结、放照片。
      </EmptyState>
    );
  }
  const { page } = bookingFilter.parse(search);
  const isTraining = offering.kind === 'training';
  const [closing, { photos }, { most, ...months }, rated, certificates, rounds] = await Promise.all(
    [
      findClosing(ctx, id),
      listOfferingFiles(ctx, id),
      readSettings(ctx, {
        most: photosMost,
        first: followUpFirstMonths,
        second: followUpSecondMonths,
      }),
      listWhoRated(ctx, offering, page),
      isTraining ? countCertificates(ctx, id) : null,
      isTraining ? countFollowUps(ctx, id) : [],
    ],
  );
  const base = `/desk/offerings/${id}`;
  return (
    <div className="flex flex-col gap-4">
      <PublicityDone search={search} />
      <ClosingNumbers offering={offering} sessions={sessions} certificates={certificates} />
      <ClosingForm offeringId={id} closing={closing} write={writeClosingAction} />
      <PhotosPanel
        offeringId={id}
        photos={photos}
        most={most}
        actions={{ add: addPhotosAction, remove: removeFileAction }}
      />
      {isTraining && (
        <FollowUpPanel
          base={base}
          rounds={rounds}
          on={offering.details.followUps === true}
          months={months}
        />
      )}
      <WhoRatedPanel found={rated} page={page} href={(n) => `${base}/closing?page=${n}`} />
    </div>
  );
});
