import { formatDay } from '@/lib/dates';

/**
 * A due day that the table of holidays has moved, told once to whom it concerns. Days `YYYY-MM-DD`.
 */
export const dueMovedNotice = (
  { matter, link }: { matter: string; link: string },
  { was, dueOn, today }: { was: string; dueOn: string; today: string },
) => ({
  title: `办理期限改到${formatDay(dueOn, today)}`,
  body: `放假安排有变化，${matter}的期限由${formatDay(was, today)}改到${formatDay(dueOn, today)}。`,
  link,
});
