import { Cell, CellList } from '@/components/ui/cell-list';
import { EmptyState } from '@/components/ui/empty-state';
import { DayLead } from '@/features/offerings/components/day-lead';
import { sessionWord } from '@/features/offerings/rules/session-word';
import { formatTime } from '@/lib/dates';
import type { OfferingSummary } from '../queries/catalogue';
import { cardState } from '../rules/card-state';

function words(card: OfferingSummary, now: Date): string {
  const { tag, seats, showsSeats } = cardState(card, now);
  if (tag) return tag.label;
  const left = seats.capacity - seats.taken;
  if (!showsSeats) return ['draw', 'priority'].includes(card.allocation) ? '抽签' : '';
  return left > 0 ? `剩 ${left}` : '可候补';
}

/** 近期活动: the next few services that can be booked, one row each. */
export function UpcomingCells({ cards, now }: { cards: readonly OfferingSummary[]; now: Date }) {
  if (cards.length === 0) {
    return (
      <div className="rounded-card border border-line bg-surface">
        <EmptyState icon="calendar" title="这几天没有可报的活动">
          有新的活动，会排在这里。
        </EmptyState>
      </div>
    );
  }
  return (
    <CellList>
      {cards.map((card) => (
        <Cell
          key={card.id}
          href={`/services/${card.id}`}
          lead={<DayLead at={card.first.startsAt} now={now} />}
          title={card.title}
          sub={`${formatTime(card.first.startsAt)} · ${card.sessions > 1 ? `${card.sessions} ${sessionWord[card.kind]}` : card.places[0]}`}
          value={<span className="text-secondary whitespace-nowrap">{words(card, now)}</span>}
        />
      ))}
    </CellList>
  );
}
