/** One column that a book may have. */
export interface BookField {
  readonly key: string;
  readonly label: string;
  /** Headings that are known for it, without what is added to them. */
  readonly names: RegExp;
  readonly required?: true;
  /** What the template says of it. */
  readonly hint: string;
  readonly example: string;
}
