import type { Metadata, ResolvingMetadata } from 'next';
import { cache } from 'react';
import { getOfferingPage } from '@/features/enrolment/queries/offering-page';
import { shareLine } from '@/features/publicity/rules/share-text';
import { filePath, offeringPath } from '@/features/publicity/rules/shared-offering';
import { currentCtx } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';
import { publicOrigin } from '@/lib/http/origin';

/** Read once for the page and for what it is called. */
export const offeringOf = cache(async (id: string) =>
  notFoundOnMissing(getOfferingPage(await currentCtx(), id)),
);

/** What WeChat and others show of the link: title, one line, picture. */
export async function sharedMetadata(id: string, parent: ResolvingMetadata): Promise<Metadata> {
  const offering = await offeringOf(id);
  const { title } = offering;
  const sessions = offering.sessions.filter(({ cancelled }) => !cancelled);
  const description = shareLine({ ...offering, sessions });
  const { openGraph } = await parent;
  const site = { siteName: openGraph?.siteName, locale: 'zh_CN', type: 'website' } as const;
  const origin = await publicOrigin();
  const { cover } = offering.files;
  const images = cover && [
    {
      url: `${origin}${filePath(cover.id)}`,
      alt: cover.words,
      width: cover.width ?? undefined,
      height: cover.height ?? undefined,
    },
  ];
  const url = `${origin}${offeringPath(id)}`;
  return { title, description, openGraph: { ...site, title, description, url, images } };
}
