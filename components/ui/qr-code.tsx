interface QrCodeProps {
  /** From lib/documents/qr: one path on a square grid. */
  drawing: { size: number; path: string };
  /** What scanning it opens. */
  label: string;
  className?: string;
}

/** A QR code; what it holds is always an https address, so that WeChat's own scanner is enough. */
export function QrCode({
  drawing,
  label,
  className = 'mx-auto -my-2 block h-auto w-[280px] max-w-full',
}: QrCodeProps) {
  const { size, path } = drawing;
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className={className}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#1f2328" />
    </svg>
  );
}
