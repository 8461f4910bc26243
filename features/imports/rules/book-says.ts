import type { Book } from './books';

/** How the screens speak of the rows of a book. */
interface BookSays {
  /** Over the name and what stands below it. */
  readonly head: string;
  /** A row that is new. */
  readonly fresh: string;
  /** Behind a number: 3 人. */
  readonly each: string;
  /** The page of one of them begins so; `see` leads there. */
  readonly href: string;
  readonly see: string;
  /** Beside which a row is put right. */
  readonly beside: string;
}

export const bookSays: Record<Book, BookSays> = {
  members: {
    head: '姓名，证件号码',
    fresh: '新会员',
    each: '人',
    href: '/desk/members',
    see: '看会员',
    beside: '对着证件改。看完整号码有记录。',
  },
};
