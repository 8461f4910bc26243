/**
 * Where a new employer leads, in words for the list of employers: its union, else the 网上会员之家 of its town
 * (会籍办法 6; domain.md §1.5).
 * @param stays the 会籍 is there already
 */
export function employerLeads(at: {
  readonly unionName: string | null;
  readonly homeName: string;
  readonly stays: boolean;
}): string {
  const { unionName, homeName, stays } = at;
  if (unionName) return stays ? `会籍就在${unionName}，不用转` : `转到${unionName}`;
  return stays
    ? `还没有工会，会籍留在${homeName}，不用转，只登记新单位`
    : `还没有工会，会籍先转到${homeName}`;
}

/**
 * What it means that the 会籍 goes to a 网上会员之家, before it is confirmed.
 * @param employer one that has no union; null while none is known
 */
export const homeMeans = (home: string, employer: string | null): string =>
  `${employer ? `${employer}还没有工会` : '新单位还没有工会的'}，会籍放在${home}，服务照常用；单位建会后，再转到单位的工会。`;
