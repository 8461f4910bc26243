/** What of two people decides which of them is proposed to stay. */
export interface ChoosableRecord {
  readonly name: string | null;
  readonly memberNo: string | null;
  readonly idMasked: string | null;
  readonly phoneTail: string;
  /** Null for who never signed in. */
  readonly signedInAt: Date | null;
}

type Side = 'a' | 'b';

/** What a merge of two people asks, with what is proposed; null where there is nothing to choose. */
export interface MergeChoices {
  readonly survivor: Side;
  readonly name: Side | null;
  readonly document: Side | null;
  readonly phone: Side | null;
  /** What goes with the form where nothing is asked. */
  readonly fixed: { readonly name: Side; readonly document: Side; readonly phone: Side };
}

const better = (a: boolean, b: boolean, otherwise: Side): Side =>
  a === b ? otherwise : a ? 'a' : 'b';

/**
 * Who has a 会籍 stays, else who signed in last; the name and document of the one that stays, or of the one that
 * has any; the number that was used last.
 */
export function mergeChoices(a: ChoosableRecord, b: ChoosableRecord): MergeChoices {
  const last = (a.signedInAt?.getTime() ?? 0) >= (b.signedInAt?.getTime() ?? 0) ? 'a' : 'b';
  const survivor = better(a.memberNo !== null, b.memberNo !== null, last);
  const name = better(a.name !== null, b.name !== null, survivor);
  const document = better(a.idMasked !== null, b.idMasked !== null, survivor);
  const phone = better(a.phoneTail !== '', b.phoneTail !== '', last);
  return {
    survivor,
    name: a.name !== null && b.name !== null && a.name !== b.name ? name : null,
    document: a.idMasked !== null && b.idMasked !== null ? document : null,
    phone: a.phoneTail !== '' && b.phoneTail !== '' ? phone : null,
    fixed: { name, document, phone },
  };
}
