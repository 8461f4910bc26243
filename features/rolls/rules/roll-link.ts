/** What such a link opens; a token of another purpose is worth nothing here. */
export const rollLinkPurpose = 'roll_file';

/** For how many seconds a link to a file with whole numbers lives (P07). */
export const rollLinkSeconds = 600;
