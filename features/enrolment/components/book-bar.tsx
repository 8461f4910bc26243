import { ActionBar } from '@/components/layout/action-bar';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { isForChildren } from '@/features/bookings/rules/attendee';
import { bookableState } from '@/features/offerings/rules/offering';
import { LiveWords } from '@/features/places/components/live-seats';
import type { OfferingPage, PageSession } from '../queries/offering-page';
import type { AttendeeVerdict } from '../queries/verdicts';

interface BookBarProps {
  offering: OfferingPage;
  session: PageSession | null;
  chosen: AttendeeVerdict | null;
}

/** The one next action: 立即预约, 候补, 先填好等开放; off, it says why. */
export function BookBar({ offering, session, chosen }: BookBarProps) {
  if (!session) {
    return (
      <ActionBar>
        <Button disabledReason="现在没有可以选的场次">立即预约</Button>
      </ActionBar>
    );
  }
  if (!chosen && isForChildren(offering.kind)) {
    const back = `/services/${offering.id}?s=${session.id}`;
    return (
      <ActionBar note="先添加孩子，再回到这里报名">
        <LinkButton href={`/me/family/add?next=${encodeURIComponent(back)}`}>添加孩子</LinkButton>
      </ActionBar>
    );
  }
  const terms = { ...offering, waitlistMax: offering.rules.waitlistMax };
  const { state, label } = bookableState(terms, session, offering.now);
  const verdict = chosen?.bySession[session.id];
  const booked = verdict?.failed?.rule === 'duplicate' ? verdict.failed.fix?.href : undefined;
  if (booked) {
    // Who entered a draw has a number and no place yet.
    const entered = session.entry === 'book' ? '已预约' : '已报名抽签';
    return (
      <ActionBar note={<b className="block text-ink">{entered}</b>}>
        <LinkButton href={booked} variant="secondary">
          看我的预约
        </LinkButton>
      </ActionBar>
    );
  }
  const failed = verdict?.checks.find((c) => c.outcome === 'fail' && c.rule !== 'window');
  const note = (
    <>
      <b className="block text-ink">{session.title}</b>
      {chosen && chosen.who !== 'self' && `${chosen.name}，`}
      {session.entry === 'book' ? (
        <LiveWords id={session.id} />
      ) : (
        `${session.capacity} 个名额，抽签`
      )}
    </>
  );
  const open =
    state === 'bookable' || state === 'enter' || state === 'waitlist' || state === 'not_open';
  const off = failed?.reason ?? (open ? null : label);
  const byUnit = failed?.rule === 'channel';
  const said: Partial<Record<typeof state, string>> = {
    not_open: '先填好，等开放',
    waitlist: '加入候补',
  };
  const text = byUnit ? '由单位报名' : (said[state] ?? label);
  return (
    <ActionBar note={note}>
      <Button type="submit" disabledReason={off ?? undefined}>
        {text}
      </Button>
    </ActionBar>
  );
}
