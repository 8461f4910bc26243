import { Panel } from '@/components/ui/card';

interface PhotosProps {
  photos: readonly string[];
  origin: 'asked' | 'counter';
}

/** The proof as it was sent; each opens in full on its own. */
export function Photos({ photos, origin }: PhotosProps) {
  if (photos.length === 0) {
    return (
      <Panel title="证明">
        <p className="text-ink-2">
          {origin === 'counter' ? '当面看过原件，没有照片。' : '没有照片，或已到期删除。'}
        </p>
      </Panel>
    );
  }
  return (
    <Panel title="证明照片" note="点开看大图">
      <ul className="grid gap-3">
        {photos.map((id, at) => (
          <li key={id}>
            <a href={`/api/correction-proofs/${id}`} target="_blank" rel="noreferrer">
              {/* biome-ignore lint/performance/noImgElement: kept by no cache, so nothing may be optimised */}
              <img
                src={`/api/correction-proofs/${id}`}
                alt={`证明照片 ${at + 1}`}
                className="max-h-[26em] w-full rounded-card border border-line bg-sunken object-contain"
              />
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
