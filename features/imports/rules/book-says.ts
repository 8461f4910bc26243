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
  /** Over the choice of whose it is, and what to choose. */
  readonly whose: string;
  readonly whoseHint: string;
  /** What it is for, in a sentence. */
  readonly about: string;
}

export const bookSays: Record<Book, BookSays> = {
  members: {
    head: '姓名，证件号码',
    fresh: '新会员',
    each: '人',
    href: '/desk/members/',
    see: '看会员',
    beside: '对着证件改。看完整号码有记录。',
    whose: '哪个工会的名册',
    whoseHint: '表里有“所在工会”一栏时，选它们的上级',
    about: '按证件号码认人：库里没有的新登记，有的更新职业、单位。',
  },
  employers: {
    head: '单位，信用代码',
    fresh: '新登记',
    each: '家',
    href: '/desk/register/',
    see: '看台账',
    beside: '对着名单改，改好再核对。',
    whose: '哪里的名单',
    whoseHint: '市监、税务给的全区名单选总工会，一个镇街的选那个镇街',
    about: '按信用代码认单位，再按镇街里的名称认；像而不同的由您决定。',
  },
  unions: {
    head: '工会，代码',
    fresh: '新工会',
    each: '个',
    href: '/desk/organisations?id=',
    see: '看工会',
    beside: '对着名单改，改好再核对。',
    whose: '建在哪里下面',
    whoseHint: '表里的工会都建在它下面；全区的名单选总工会',
    about: '按代码认工会，再按同一个上级下的名称认。不移动库里的工会，也不改类型。',
  },
};
