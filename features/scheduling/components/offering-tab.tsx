import type { ReactNode } from 'react';
import { type DeskOffering, getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { requireStaff } from '@/lib/auth/session';
import type { Ctx } from '@/lib/ctx';
import { OfferingFrame, type OfferingTab, tabAddress } from './desk-offering-frame';

interface Route {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

interface Tab {
  ctx: Ctx;
  id: string;
  offering: DeskOffering;
  search: Awaited<Route['searchParams']>;
}

/**
 * The page of one tab of an offering on the desk (ADR 0029): asks who it is, finds the offering they manage
 * or nothing, and draws what `content` returns under the head and the tabs. A page and no layout, so that
 * the figures in the head are read with the list below them.
 * @param under the rest of the address, of a page that belongs to the tab
 */
export function offeringTab(
  tab: OfferingTab,
  content: (page: Tab) => Promise<ReactNode>,
  under = '',
) {
  return async ({ params, searchParams }: Route) => {
    const { id } = await params;
    const ctx = await requireStaff(`${tabAddress(id, tab)}${under}`);
    const offering = await getDeskOffering(ctx, id);
    const children = await content({ ctx, id, offering, search: await searchParams });
    return (
      <OfferingFrame offering={offering} tab={tab}>
        {children}
      </OfferingFrame>
    );
  };
}
