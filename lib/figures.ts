import { type SQL, sql } from 'drizzle-orm';
import type { Permission } from './access';
import type { Ctx } from './ctx';

/**
 * A number that is reported: what it counts, in words and as a condition over a set of rows. The number and the
 * list behind it are made of the same condition, so they cannot differ.
 */
export interface Figure {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** 口径: what is counted and what is not, as it stands below the number. */
  readonly about: string;
  /** Counted over the days of a period, as it stood on one day, or as it stands now, whatever was asked. */
  readonly time: 'period' | 'as_of' | 'now';
  /** Null where the parts of a table add up to the whole; else why they do not. */
  readonly notAdditive: string | null;
  /** Name of the set of rows, whose columns `where`, `each` and `amount` speak of. */
  readonly from: string;
  /** Which rows of the set count. */
  readonly where: SQL;
  /** What is counted once, however many rows it has; null counts every row. */
  readonly each: SQL | null;
  /** What one row counts; null for one. */
  readonly amount: SQL | null;
  /** In which order rows are listed, the newest first; what is counted once is listed by the first of them. */
  readonly newest: SQL;
}

/** What a figure must say of itself; the rest has the usual value. */
export type DeclaredFigure = Pick<Figure, 'id' | 'label' | 'unit' | 'about' | 'from'> &
  Partial<Figure>;

/** Declares a figure over a period that counts every row and adds up, where nothing else is said. */
export const figure = (declared: DeclaredFigure): Figure => ({
  time: 'period',
  notAdditive: null,
  where: sql`true`,
  each: null,
  amount: null,
  newest: sql`starts_at desc`,
  ...declared,
});

/** The number, as an aggregate over its set; `also` narrows the rows further. Never null. */
export function figureValue({ where, each, amount }: Figure, also: SQL = sql`true`): SQL {
  const counted = each ? sql`count(distinct ${each})` : sql`count(*)`;
  const made = amount ? sql`sum(${amount})` : counted;
  return sql`coalesce(${made} filter (where (${where}) and ${also}), 0)::int`;
}

/**
 * The rows behind the number, all columns of its set: as many as it says where it counts rows, one for each of
 * what it counts once.
 */
export function figureRows({ from, where, each, newest }: Figure, also: SQL = sql`true`): SQL {
  const once = each ? sql`distinct on (${each}) ` : sql``;
  const order = each ? sql` order by ${each}, ${newest}` : sql``;
  return sql`select ${once}* from ${sql.identifier(from)} where (${where}) and ${also}${order}`;
}

/** What a set of rows is asked for. */
export interface FigureScope {
  /** Days `YYYY-MM-DD`, both included; what is counted as it is on a day is counted on the last. */
  readonly from: string;
  readonly to: string;
  /** Organisations: rows that belong to one of them or lie below one. */
  readonly within: readonly string[];
}

/**
 * Rows that some figures count, declared by the room that owns them. In a statement that begins with `units` (`id`
 * of each organisation in scope, `key` of its line in the table); each row has an `id`, the `key` of its unit and
 * the day `day` from which it counts.
 */
export interface FigureSet {
  readonly name: string;
  readonly rows: (tx: Ctx, scope: FigureScope) => SQL | Promise<SQL>;
  readonly figures: readonly Figure[];
  /** Who may open the rows, and so reads the numbers, at the organisations where they hold it. */
  readonly may: Permission;
  /** The rows as a list: three columns in words, and the address that each opens. */
  readonly list: {
    readonly heads: readonly [title: string, place: string, words: string];
    /** Over rows `c` of the set: `title`, `place`, `words` and `opens`, the id for the address; null opens nothing. */
    readonly columns: SQL;
    readonly joins: SQL;
    /** What `words` says, by its code; words that are none stay as they are. */
    readonly labels?: Readonly<Record<string, string>>;
    readonly href: (opens: string) => string;
  };
}
