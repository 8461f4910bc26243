import type { Metadata } from 'next';
import { forbidden, redirect } from 'next/navigation';
import { SplitView } from '@/components/ui/split-view';
import { revealAttendeeAction } from '@/features/bookings/actions';
import { InboxKeys } from '@/features/desk/components/inbox-keys';
import { InboxList } from '@/features/desk/components/inbox-list';
import { InboxTools } from '@/features/desk/components/inbox-tools';
import { NothingOpen } from '@/features/desk/components/nothing-open';
import { OpenCase } from '@/features/desk/components/open-case';
import { UndoBar } from '@/features/desk/components/undo-bar';
import { readInbox } from '@/features/desk/queries/inbox-screen';
import { inboxHref, nextCase } from '@/features/desk/rules/inbox-address';
import { inboxFilter, listQuery, narrowings } from '@/features/desk/schema/inbox';
import { undoBookingDecisionAction } from '@/features/enrolment/actions';
import { ListExport } from '@/features/exports/components/list-export';
import { undoDecisionAction } from '@/features/review/actions';
import { openSearch } from '@/lib/auth/search';
import { requireStaff } from '@/lib/auth/session';
import { firstPlace } from '../desk-groups';

export const metadata: Metadata = { title: '审批' };

const undo = { application: undoDecisionAction, booking: undoBookingDecisionAction };

export default async function InboxPage({ searchParams }: PageProps<'/desk'>) {
  const ctx = await requireStaff('/desk');
  const search = await searchParams;
  const { filter, wanted, lost } = openSearch(ctx, inboxFilter.parse(search));
  const open = filter.case;
  const inbox = await readInbox(ctx, wanted);
  if (inbox.matters.length === 0) {
    const place = open ? null : firstPlace(ctx.actor);
    if (place) redirect(place);
    forbidden();
  }
  const refs = inbox.items.map((item) => item.ref);
  const back = listQuery(filter);
  const listHref = inboxHref(filter, { case: undefined });
  const onward = { ctx, back, listHref, next: nextCase(refs, open) };
  const first = refs[0] && inboxHref(filter, { case: refs[0] });
  return (
    <>
      <InboxKeys />
      {inbox.undo && (
        <UndoBar
          key={filter.undo}
          action={undo[inbox.undo.kind]}
          fields={{ ...inbox.undo.fields, back }}
          text={inbox.undo.text}
          forMs={inbox.undo.forMs}
        />
      )}
      <SplitView
        open={open !== undefined}
        list={
          <>
            <InboxTools filter={filter} words={wanted.q} lost={lost} {...inbox} />
            <InboxList {...inbox} filter={filter} total={inbox.selectable} />
            <ListExport ctx={ctx} list="inbox" search={search} inPane />
          </>
        }
        detail={
          open ? (
            <OpenCase {...onward} caseRef={open} reveal={revealAttendeeAction} />
          ) : (
            <NothingOpen first={first} narrowed={narrowings(filter) > 0} />
          )
        }
      />
    </>
  );
}
