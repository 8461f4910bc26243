import { ActionBar } from '@/components/layout/action-bar';
import { Section } from '@/components/ui/card';
import { CellList } from '@/components/ui/cell-list';
import { LinkButton } from '@/components/ui/link-button';
import { SeatMeter } from '@/components/ui/seat-meter';
import type { OfferingPage } from '../queries/offering-page';
import { bookableState } from '../rules/offering';
import { sessionTimes } from '../rules/times';
import { DrawnPlaces } from './draw/drawn-places';

/** What a stranger sees below the facts: the sessions with their places, and the way in. */
export function SignInToBook({ offering }: { offering: OfferingPage }) {
  const terms = { ...offering, waitlistMax: offering.rules.waitlistMax };
  const shown = offering.sessions.slice(0, 20);
  return (
    <>
      <Section title={`${offering.sessions.length} 个场次`}>
        <CellList>
          {shown.map((s) => {
            const { days, hours } = sessionTimes(
              { startsAt: s.startsAt, endsAt: s.endsAt, weekdays: s.details.weekdays },
              offering.now,
            );
            const { label } = bookableState(terms, s, offering.now);
            return (
              <li key={s.id} className="px-4 py-3">
                <b>{s.title}</b>
                <p className="mb-1 text-secondary text-ink-2">
                  {[days, hours, s.place].filter(Boolean).join(' · ')}
                </p>
                {s.entry === 'book' ? (
                  <SeatMeter capacity={s.capacity} taken={s.taken} note={label} />
                ) : (
                  <DrawnPlaces session={s} />
                )}
              </li>
            );
          })}
        </CellList>
      </Section>
      <div className="h-8" />
      <ActionBar>
        <LinkButton href={`/login?next=${encodeURIComponent(`/services/${offering.id}`)}`}>
          登录后预约
        </LinkButton>
      </ActionBar>
    </>
  );
}
