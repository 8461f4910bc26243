/**
 * Text that breaks between its pieces first: 12月8日至12月14日， | 每周一至周五 08:30–17:30, or
 * 12月4日（周五） | 19:30–21:30, or 12月10日（周四） | 至 12月17日（周四）， | 共 2 场. A piece wider than its
 * room breaks inside as any text does.
 */
export function KeptPieces({ text }: { text: string }) {
  return (text.match(/.+?(?:，|）(?=\d| ?至)|$)/gu) ?? []).map((piece, at) => (
    <span key={at} className="inline-block">
      {piece}
    </span>
  ));
}
