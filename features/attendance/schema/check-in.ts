import { z } from 'zod';

export const mostScans = 500;
const uuid = z.uuid({ error: '编号无效' });

/**
 * One scan as the device made it. `code` is what the camera, the scanner gun or the keyboard read;
 * `bookingId` names a person found by search, or by the device's encrypted list while offline.
 */
export const scanInput = z
  .strictObject({
    id: uuid,
    at: z.iso.datetime({ offset: true }),
    code: z.string().max(400).optional(),
    bookingId: uuid.optional(),
    way: z.enum(['booking_code', 'search']).default('booking_code'),
  })
  .refine((s) => (s.code === undefined) !== (s.bookingId === undefined));
export type ScanInput = z.output<typeof scanInput>;

/** A batch from one device. Rows are read one by one, so that a broken one stops no other. */
export const checkInBatchInput = z.strictObject({
  sessionId: uuid,
  deviceId: z.string().regex(/^[\w-]{8,64}$/, '设备编号无效'),
  scans: z
    .array(z.unknown())
    .min(1, '没有要登记的签到')
    .max(mostScans, `一次最多 ${mostScans} 条，请分批`),
});
export type CheckInBatchInput = z.output<typeof checkInBatchInput>;

/** The form of the same page, for when the page's own program does not run. */
export const checkInFormInput = z
  .strictObject({
    sessionId: uuid,
    code: z.string().trim().max(400).optional(),
    bookingId: uuid.optional(),
  })
  .refine((f) => Boolean(f.code) !== Boolean(f.bookingId), {
    path: ['code'],
    message: '请扫码或填写预约号',
  });
export type CheckInFormInput = z.output<typeof checkInFormInput>;

/** 自助签到: the ticket that the scanned code left in the page, and for whom. */
export const checkInMyselfInput = z.strictObject({
  ticket: z.string().max(400),
  bookingId: uuid,
});
export type CheckInMyselfInput = z.output<typeof checkInMyselfInput>;
