'use client';
import { AppLink } from '@/components/ui/app-link';
import { Icon } from '@/components/ui/icon';
import { KeptPieces } from '@/components/ui/kept-pieces';
import { Tag, type Tone } from '@/components/ui/tag';
import { Title } from '@/components/ui/title';
import { SeatMeter } from '@/features/offerings/components/seat-meter';
import type { SeatNumbers } from '@/features/offerings/rules/seat-words';

/** What a card says: nothing else travels with the page, which would hold each element twice otherwise. */
export interface CardWords {
  readonly id: string;
  readonly title: string;
  readonly times: string;
  readonly places: string;
  readonly tag?: { readonly tone: Tone; readonly label: string };
  readonly note?: string;
  /** Left out while places are not counted: before booking opens, before a draw. */
  readonly seats?: SeatNumbers;
}

function OfferingCard({ id, title, times, places, tag, note, seats }: CardWords) {
  return (
    <li>
      <AppLink href={`/services/${id}`}>
        <div>
          <h2>
            <Title>{title}</Title>
          </h2>
          {tag && <Tag tone={tag.tone}>{tag.label}</Tag>}
        </div>
        <p>
          <Icon name="clock" />
          <span>
            <KeptPieces text={times} />
          </span>
        </p>
        <p>
          <Icon name="pin" />
          <span>{places}</span>
        </p>
        <div>{seats ? <SeatMeter {...seats} note={note} /> : note}</div>
      </AppLink>
    </li>
  );
}

/** The cards of `OfferingCards`. */
export function OfferingCardList({ cards }: { cards: readonly CardWords[] }) {
  return (
    <ul className="offering-cards">
      {cards.map((card) => (
        <OfferingCard key={card.id} {...card} />
      ))}
    </ul>
  );
}
