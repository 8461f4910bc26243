import type { ComponentProps } from 'react';
import { TabPage } from '@/components/layout/tab-page';
import { currentCtx } from '@/lib/auth/session';
import { readPortal } from '@/lib/portal/portal';
import { countUnread } from '../queries/notices';

interface OwnTabPageProps extends Omit<ComponentProps<typeof TabPage>, 'mark' | 'unread'> {
  /** Given where the page has counted already. */
  unread?: number;
}

/** A page of the four places: whose portal it is, and the dot of unread news wherever one stands. */
export async function OwnTabPage({ unread, ...rest }: OwnTabPageProps) {
  const ctx = await currentCtx();
  const [{ shortName, logoText }, counted] = await Promise.all([
    readPortal(),
    unread ?? countUnread(ctx),
  ]);
  return <TabPage mark={{ shortName, logoText }} unread={counted} {...rest} />;
}
