export interface PaperCell {
  readonly label: string;
  /** Empty: left blank, to fill in by hand. */
  readonly value: string;
}

/** A paper as it is printed: an official letter, or a form of rows with one or two cells. */
export interface Paper {
  readonly title: string;
  /** 文号, blank until it is given. */
  readonly number: string;
  /** To whom it is addressed; a form is addressed to nobody. */
  readonly to: string;
  readonly paragraphs: readonly string[];
  readonly rows: readonly (readonly PaperCell[])[];
  readonly signer: string;
  readonly date: string;
}
