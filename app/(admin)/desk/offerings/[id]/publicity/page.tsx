import type { Metadata } from 'next';
import {
  addAttachmentAction,
  removeFileAction,
  setCoverAction,
} from '@/features/publicity/actions';
import { AttachmentsPanel } from '@/features/publicity/components/attachments-panel';
import { CoverPanel } from '@/features/publicity/components/cover-panel';
import { PosterPanel } from '@/features/publicity/components/poster-panel';
import { PublicityDone } from '@/features/publicity/components/publicity-done';
import { SharePanel } from '@/features/publicity/components/share-panel';
import { VisibilityPanel } from '@/features/publicity/components/visibility-panel';
import { listOfferingFiles } from '@/features/publicity/queries/offering-files';
import { attachmentsMost } from '@/features/publicity/settings';
import { offeringTab } from '@/features/scheduling/components/offering-tab';
import { publicOrigin } from '@/lib/http/origin';
import { readSettings } from '@/lib/settings';

export const metadata: Metadata = { title: '宣传' };

export default offeringTab('publicity', async ({ ctx, id, offering, search }) => {
  const [origin, files, { most }] = await Promise.all([
    publicOrigin(),
    listOfferingFiles(ctx, id),
    readSettings(ctx, { most: attachmentsMost }),
  ]);
  return (
    <>
      <PublicityDone search={search} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,1fr)_336px]">
        <div className="flex min-w-0 flex-col gap-4">
          <VisibilityPanel offering={offering} />
          <SharePanel offering={offering} origin={origin} />
          <CoverPanel
            offeringId={id}
            cover={files.cover}
            actions={{ set: setCoverAction, remove: removeFileAction }}
          />
          <AttachmentsPanel
            offeringId={id}
            files={files.attachments}
            most={most}
            actions={{ add: addAttachmentAction, remove: removeFileAction }}
          />
        </div>
        <PosterPanel offering={offering} origin={origin} />
      </div>
    </>
  );
});
