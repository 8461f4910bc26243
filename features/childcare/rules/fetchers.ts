import type { PickUpPerson } from '@/features/bookings/rules/pick-up';
import { maskName } from '@/lib/china/person-name';

/** 外婆王秀英 13900000009, for a file that holds whole numbers anyway. */
export const fetcherLine = ({ relation, name, phone }: PickUpPerson): string =>
  `${relation}${name} ${phone}`;

/** 外婆王**（尾号 0009）, as an officer may read it without a reason. */
export const fetcherLineMasked = ({ relation, name, phone }: PickUpPerson): string =>
  `${relation}${maskName(name)}（尾号 ${phone.slice(-4)}）`;

/** 外婆王秀英（尾号 0009）: enough to ask for at the door, and no number that could be called by a stranger. */
export const fetcherOnPaper = ({ relation, name, phone }: PickUpPerson): string =>
  `${relation}${name}（${phone.slice(-4)}）`;

/** The day a 接送表 is for unless another is asked for: the next on which the class meets, else its last. `YYYY-MM-DD`. */
export const pickUpDay = (
  days: readonly string[],
  asked: string | undefined,
  today: string,
): string =>
  days.find((on) => on === asked) ?? days.find((on) => on >= today) ?? days.at(-1) ?? today;
