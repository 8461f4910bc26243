import 'server-only';
import type { Todo } from '@/components/ui/todo-list';
import { listMyCases } from '@/features/applications/queries/my-cases';
import { findTypedName } from '@/features/applications/queries/typed-name';
import { applicationTodos, transferTodo } from '@/features/applications/rules/todos';
import { listUpcoming } from '@/features/bookings/queries/my-bookings';
import { bookingTodos } from '@/features/bookings/rules/todos';
import { listOpenCorrections } from '@/features/corrections/queries/my-corrections';
import { correctionTodos } from '@/features/corrections/rules/todos';
import { listOfferings } from '@/features/enrolment/queries/catalogue';
import { catalogueFilter } from '@/features/enrolment/schema/catalogue';
import { findMyCard } from '@/features/members/queries/my-card';
import { listOpenQuestions } from '@/features/questions/queries/open-questions';
import { questionTodos } from '@/features/questions/rules/todos';
import { findOpenTransfer } from '@/features/transfers/queries/open-transfer';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { read } from '@/lib/transaction';

const MOST_TODOS = 3;

/** What is the signed-in person's own on the home page: card and, most pressing first, three things to do. */
export async function readOwnHome(ctx: Ctx) {
  if (ctx.actor.kind !== 'account')
    return { card: null, name: null, applying: false, todos: [] as Todo[] };
  return read(ctx, async (tx) => {
    const card = await findMyCard(tx);
    const cases = await listMyCases(tx);
    const bookings = await listUpcoming(tx, 20);
    const transfer = await findOpenTransfer(tx);
    const joining: Todo[] = [
      ...applicationTodos(cases, todayOn(tx.now)),
      ...(transfer ? [transferTodo(transfer)] : []),
    ];
    const corrections = correctionTodos(await listOpenCorrections(tx));
    const unanswered = questionTodos(await listOpenQuestions(tx, bookings), tx.now);
    const todos: Todo[] = [
      ...joining,
      ...bookingTodos(bookings, tx.now),
      ...unanswered,
      ...corrections,
    ];
    const urgent = [...todos].sort(
      (a, b) => Number(b.tone === 'warning') - Number(a.tone === 'warning'),
    );
    const name = card?.name ?? (cases.length > 0 ? await findTypedName(tx) : null);
    return { card, name, applying: joining.length > 0, todos: urgent.slice(0, MOST_TODOS) };
  });
}

/**
 * 近期活动: the three services that start next and can be booked now.
 * In order of their first session.
 */
export async function listNextOfferings(ctx: Ctx) {
  const { offerings, now } = await listOfferings(ctx, catalogueFilter.parse({ open: '1' }));
  const cards = offerings
    .filter((card) => card.first.startsAt > now)
    .sort((a, b) => a.first.startsAt.getTime() - b.first.startsAt.getTime())
    .slice(0, 3);
  return { cards, now };
}
