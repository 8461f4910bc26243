/** The column of a page's content; `wide` lets lists and home use the whole width of a desk. */
export const mainClass = (wide?: boolean): string =>
  `mx-auto w-full flex-auto px-gutter pt-2 max-w-member ${wide ? 'lg:max-w-[1200px]' : 'lg:max-w-[720px]'}`;
