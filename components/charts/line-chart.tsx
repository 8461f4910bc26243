import { TextLink } from '../ui/app-link';
import { lineScale } from './line-scale';

export interface Point {
  label: string;
  value: number;
  /** The same moment a year earlier. */
  before?: number;
  /** The list behind the figure. */
  href?: string;
}

interface LineChartProps {
  caption: string;
  points: readonly Point[];
  /** Names of the line and of the dashed one (2026年, 2025年). */
  names?: readonly [string, string];
}

const [width, height] = [480, 180];
const [left, right, top, foot] = [34, 24, 20, 30];

function Legend({ names }: { names: readonly [string, string] }) {
  return (
    <ul className="mb-2 flex justify-end gap-4 text-meta text-ink-2">
      {names.map((name, at) => (
        <li key={name}>
          <span
            aria-hidden="true"
            className={`mr-[6px] inline-block size-[10px] rounded-[2px] ${at === 0 ? 'bg-ink' : 'bg-bar-2'}`}
          />
          {name}
        </li>
      ))}
    </ul>
  );
}

/** The figures themselves, folded below the drawing. */
function Figures({ caption, points, names }: LineChartProps) {
  return (
    <details className="mt-2 text-table">
      <summary className="link inline-flex min-h-target items-center">看数字</summary>
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        {names && (
          <thead>
            <tr>
              <td />
              {names.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {points.map((point) => (
            <tr key={point.label}>
              <th scope="row">{point.label}</th>
              <td>
                {point.href ? <TextLink href={point.href}>{point.value}</TextLink> : point.value}
              </td>
              {point.before !== undefined && <td>{point.before}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** One trend in ink, the year before dashed in grey; drawn on the server. */
export function LineChart({ caption, points, names }: LineChartProps) {
  const steps = lineScale(Math.max(0, ...points.flatMap((p) => [p.value, p.before ?? 0])));
  const most = steps.at(-1) ?? 1;
  const x = (at: number) =>
    left + right + (at * (width - left - 2 * right)) / Math.max(1, points.length - 1);
  const y = (value: number) => top + (1 - value / most) * (height - top - foot);
  const line = (pick: (point: Point) => number | undefined) =>
    points
      .flatMap((point, at) => {
        const value = pick(point);
        return value === undefined ? [] : [`${x(at).toFixed(1)},${y(value).toFixed(1)}`];
      })
      .join(' ');
  const every = points.length <= 12 ? 1 : Math.ceil(points.length / 8);
  return (
    <figure>
      {names && <Legend names={names} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by key */}
      <section aria-label={caption} tabIndex={0} className="relative overflow-x-auto">
        <svg
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={`${caption}：${points.map((p) => `${p.label} ${p.value}`).join('，')}`}
          className="block h-auto w-full min-w-[480px] fill-ink-3 text-[12px]"
        >
          {steps.map((step) => (
            <g key={step}>
              <path d={`M${left} ${y(step)}H${width - 6}`} className="stroke-line" />
              <text x={left - 8} y={y(step) + 4} textAnchor="end">
                {step}
              </text>
            </g>
          ))}
          <polyline
            points={line((p) => p.before)}
            fill="none"
            strokeWidth="1.5"
            strokeDasharray="4 4"
            className="stroke-bar-2"
          />
          <polyline
            points={line((p) => p.value)}
            fill="none"
            strokeWidth="2"
            className="stroke-ink"
          />
          {points.map((point, at) => (
            <g key={point.label}>
              <circle cx={x(at)} cy={y(point.value)} r="3.5" className="fill-ink" />
              {points.length <= 12 && (
                <text x={x(at)} y={y(point.value) - 9} textAnchor="middle" className="fill-ink">
                  {point.value}
                </text>
              )}
              {at % every === 0 && (
                <text
                  x={x(at) + (at === 0 ? 10 : 0)}
                  y={height - 8}
                  textAnchor={at === 0 ? 'end' : 'middle'}
                >
                  {point.label}
                </text>
              )}
            </g>
          ))}
        </svg>
      </section>
      <Figures caption={caption} points={points} names={names} />
    </figure>
  );
}
