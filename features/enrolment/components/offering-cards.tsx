import { sessionWord } from '@/features/offerings/rules/session-word';
import { cardTimes } from '@/features/offerings/rules/times';
import type { OfferingSummary } from '../queries/catalogue';
import { cardState } from '../rules/card-state';
import { type CardWords, OfferingCardList } from './offering-card-list';

/** A class is not counted as a performance is. */
const placeWords = ({ places, sessions, kind }: OfferingSummary): string =>
  places.length > 2 || sessions > places.length
    ? `${places.slice(0, 2).join('、')}${places.length > 2 ? '等' : ''}，${sessions} ${sessionWord[kind]}`
    : places.join('、');

function wordsOf(card: OfferingSummary, now: Date): CardWords {
  const { tag, note, showsSeats, seats } = cardState(card, now);
  return {
    id: card.id,
    title: card.title,
    times: cardTimes(card, now),
    places: placeWords(card),
    ...(tag && { tag }),
    ...(note && { note }),
    ...(showsSeats && { seats }),
  };
}

/** Services side by side: title, when, where, places in words first. */
export function OfferingCards({ offerings, now }: OfferingCardsProps) {
  return <OfferingCardList cards={offerings.map((card) => wordsOf(card, now))} />;
}

interface OfferingCardsProps {
  offerings: readonly OfferingSummary[];
  now: Date;
}
