import type { ReactNode } from 'react';
import { AppLink } from '@/components/ui/app-link';
import { Icon, type IconName } from '@/components/ui/icon';
import { KeptPieces } from '@/components/ui/kept-pieces';
import { Tag } from '@/components/ui/tag';
import { Title } from '@/components/ui/title';
import { SeatMeter } from '@/features/offerings/components/seat-meter';
import { sessionWord } from '@/features/offerings/rules/session-word';
import { cardTimes } from '@/features/offerings/rules/times';
import type { OfferingSummary as Card } from '../queries/catalogue';
import { cardState } from '../rules/card-state';

function Fact({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <li className="flex text-secondary text-ink-2">
      <Icon name={icon} className="mt-[2px] mr-2 !size-[18px] text-ink-3" />
      <span className="min-w-0">{children}</span>
    </li>
  );
}

/** A class is not counted as a performance is. */
const placeWords = ({ places, sessions, kind }: Card): string =>
  places.length > 2 || sessions > places.length
    ? `${places.slice(0, 2).join('、')}${places.length > 2 ? '等' : ''}，${sessions} ${sessionWord[kind]}`
    : places.join('、');

/** One service where several are compared: title, when, where, places in words first. */
export function OfferingCard({ card, now }: { card: Card; now: Date }) {
  const state = cardState(card, now);
  return (
    <li className="flex rounded-card border border-line bg-surface">
      <AppLink
        href={`/services/${card.id}`}
        className="flex min-w-0 flex-auto flex-col p-4 text-ink no-underline"
      >
        <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
          <h2 className="min-w-0 flex-[1_1_8em] text-h3">
            <Title>{card.title}</Title>
          </h2>
          {state.tag && <Tag tone={state.tag.tone}>{state.tag.label}</Tag>}
        </div>
        <ul className="mt-2 mb-3 flex flex-col gap-[2px]">
          <Fact icon="clock">
            <KeptPieces text={cardTimes(card, now)} />
          </Fact>
          <Fact icon="pin">{placeWords(card)}</Fact>
        </ul>
        <div className="mt-auto border-t border-line pt-3">
          {state.showsSeats ? (
            <SeatMeter {...state.seats} note={state.note || undefined} />
          ) : (
            <span className="text-secondary text-ink-2">{state.note}</span>
          )}
        </div>
      </AppLink>
    </li>
  );
}
