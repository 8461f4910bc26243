export interface Point {
  label: string;
  value: number;
}

const [W, H, L, B] = [640, 200, 36, 24];

/** One trend in ink; the same figures stand in a folded table below it. */
export function LineChart({ caption, points }: { caption: string; points: readonly Point[] }) {
  const most = Math.max(1, ...points.map((p) => p.value));
  const x = (at: number) => L + (at * (W - L - 8)) / Math.max(1, points.length - 1);
  const y = (value: number) => 8 + (1 - value / most) * (H - B - 8);
  const path = points
    .map((p, at) => `${at === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(p.value).toFixed(1)}`)
    .join('');
  return (
    <figure>
      <svg
        viewBox={`0 0 ${W} ${H}`}
        role="img"
        aria-label={caption}
        className="block h-auto w-full"
      >
        <path d={`M${L} ${H - B}H${W}M${L} ${y(most)}H${W}`} stroke="#e4e0da" fill="none" />
        <path d={path} stroke="#3f4650" strokeWidth="2" fill="none" strokeLinejoin="round" />
        <text x="0" y={y(most) + 4} fontSize="12" fill="#5f6672">
          {most}
        </text>
        {points.map((p, at) => (
          <text
            key={p.label}
            x={x(at)}
            y={H - 6}
            fontSize="12"
            fill="#5f6672"
            textAnchor={at === 0 ? 'start' : at === points.length - 1 ? 'end' : 'middle'}
          >
            {points.length <= 12 || at % Math.ceil(points.length / 8) === 0 ? p.label : ''}
          </text>
        ))}
      </svg>
      <details className="mt-2 text-table">
        <summary className="link inline-flex min-h-6 items-center">看数字</summary>
        <table className="table">
          <tbody>
            {points.map((p) => (
              <tr key={p.label}>
                <th scope="row">{p.label}</th>
                <td>{p.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
