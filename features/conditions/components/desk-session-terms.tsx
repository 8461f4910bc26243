import { Panel } from '@/components/ui/card';

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul className="bullets mt-1">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

interface Props {
  /** What the session asks of its own, where it can only be read. */
  own: readonly string[] | null;
  /** What the whole offering asks. */
  whole: readonly string[];
  over?: boolean;
}

/** What holds for one session: its own conditions, and beside them the offering's. */
export function SessionTerms({ own, whole, over }: Props) {
  const both = (
    <>
      {own && (
        <>
          <b>这一场另加</b>
          {own.length > 0 ? <Lines lines={own} /> : <p className="text-ink-2">没有另加</p>}
        </>
      )}
      <p className="mt-3">
        <b>整项服务</b>
      </p>
      <Lines lines={whole} />
    </>
  );
  if (!over) return both;
  return (
    <Panel title="谁能报" note="已开始或结束，不能再改">
      {both}
    </Panel>
  );
}
