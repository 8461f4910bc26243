/** A picture of a face for comparing at the door; the phone makes it this small before sending. */
export const facePhoto = { bytes: 300 * 1024, pixels: 4000 };
