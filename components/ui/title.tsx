/** A heading that breaks before its bracket, never inside: 放学后托管班 / （桥圩镇）. */
export function Title({ children }: { children: string }) {
  return children.split(/(（[^）]{1,10}）)/).map((part, at) =>
    part.startsWith('（') ? (
      <span key={at} className="inline-block">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
