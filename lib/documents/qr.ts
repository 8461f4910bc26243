import { encode } from 'uqr';

export interface QrDrawing {
  /** Side of the square view box, quiet zone included. */
  size: number;
  /** The dark modules, for `<path d>`. */
  path: string;
}

// Four modules of white all around, as ISO/IEC 18004 asks; scanners in dim halls need them.
const QUIET_ZONE = 4;

/** A QR code (level M) as one path: `<svg viewBox={`0 0 ${size} ${size}`}><path d={path} /></svg>`. */
export function qrDrawing(text: string): QrDrawing {
  const { data, size } = encode(text, { ecc: 'M', boostEcc: false, border: QUIET_ZONE });
  const path = data
    .flatMap((row, y) => runsOf(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`))
    .join('');
  return { size, path };
}

function runsOf(row: boolean[]): [start: number, width: number][] {
  const runs: [number, number][] = [];
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const start = x;
    while (row[x]) x += 1;
    runs.push([start, x - start]);
  }
  return runs;
}

/** The QR code of a text as a whole SVG document, for downloads and posters. */
export function qrSvg(text: string): string {
  const { size, path } = qrDrawing(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
}
