/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // A phone on the same network may open the development server too.
  allowedDevOrigins: ['127.0.0.1', '*.local'],
  // No optimiser: it has been a source of remote code execution, and every picture here is already small.
  images: { unoptimized: true },
  // Native or large server packages stay outside the bundle.
  serverExternalPackages: [
    '@node-rs/argon2',
    'fontkit',
    'graphile-worker',
    'pdfkit',
    'pinyin-pro',
    'pino',
    'postgres',
  ],
  // Types are a step of `npm test`; a first start need not wait for them again.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // Each process holds 40 MiB less until the pages are asked for; the first to ask waits a moment longer.
    preloadEntriesOnStart: false,
    // app/forbidden.tsx answers what a role may not open.
    authInterrupts: true,
    // scripts/server/guard.ts lets one megabyte through, and more only where files are asked for.
    serverActions: { bodySizeLimit: '11mb' },
  },
};
export default config;
