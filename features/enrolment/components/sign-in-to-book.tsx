import { ActionBar } from '@/components/layout/action-bar';
import { Section } from '@/components/ui/card';
import { CellList } from '@/components/ui/cell-list';
import { LinkButton } from '@/components/ui/link-button';
import { ownConditionWords } from '@/features/conditions/rules/own-condition-words';
import { SeatMeter } from '@/features/offerings/components/seat-meter';
import { SessionWhen } from '@/features/offerings/components/session-when';
import { timedOf } from '@/features/offerings/rules/meetings';
import { type BookableState, bookableState } from '@/features/offerings/rules/offering';
import type { OfferingPage } from '../queries/offering-page';
import { DrawnPlaces } from './drawn-places';

const stillOpen: readonly BookableState[] = ['bookable', 'enter', 'waitlist', 'not_open'];

/** What a stranger sees below the facts: the sessions with their places, and the way in. */
export function SignInToBook({ offering }: { offering: OfferingPage }) {
  const terms = { ...offering, waitlistMax: offering.rules.waitlistMax };
  const shown = offering.sessions.slice(0, 20);
  const states = offering.sessions.map((s) => bookableState(terms, s, offering.now).state);
  const byUnit = offering.allocation === 'unit';
  const open = !byUnit && states.some((state) => stillOpen.includes(state));
  if (shown.length === 0) return <Elsewhere />;
  return (
    <>
      <Section title={`${offering.sessions.length} 个场次`}>
        <CellList>
          {shown.map((s) => {
            const { label } = bookableState(terms, s, offering.now);
            const asks = ownConditionWords(s.own, offering.kind);
            return (
              <li key={s.id} className="px-4 py-3">
                <b>{s.title}</b>
                <p className="mb-1 text-secondary text-ink-2">
                  <SessionWhen at={timedOf(s)} now={offering.now} /> · {s.place}
                </p>
                {asks && <p className="mb-1 text-secondary text-ink-2">{asks}</p>}
                {s.entry === 'book' ? (
                  <SeatMeter
                    capacity={s.capacity}
                    taken={s.taken}
                    note={byUnit ? '由单位报名' : label}
                  />
                ) : (
                  <DrawnPlaces session={s} />
                )}
              </li>
            );
          })}
        </CellList>
      </Section>
      <div className="h-8" />
      {open ? (
        <ActionBar>
          <LinkButton href={`/login?next=${encodeURIComponent(`/services/${offering.id}`)}`}>
            登录后预约
          </LinkButton>
        </ActionBar>
      ) : (
        <Elsewhere note={byUnit ? '由单位统一报名，请联系所属工会' : undefined} />
      )}
    </>
  );
}

/** Nothing to book here any more: the way on. */
function Elsewhere({ note = '现在没有可以报的场次' }: { note?: string }) {
  return (
    <ActionBar note={note}>
      <LinkButton href="/services" variant="secondary">
        看其他服务
      </LinkButton>
    </ActionBar>
  );
}
