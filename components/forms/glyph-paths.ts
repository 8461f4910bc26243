// The few drawings that client fields need, apart from the server's full set.
export const warningPath = 'M12 4L2.8 19.5h18.4zM12 10v4.5M12 17v.01';
export const checkCirclePath =
  'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0zM8 12.3l2.8 2.8 5.2-5.6';
export const uploadPath =
  'M12 15.5v-11M7.5 9L12 4.5 16.5 9M4.5 15.5v3A1.5 1.5 0 0 0 6 20h12a1.5 1.5 0 0 0 1.5-1.5v-3';
export const filePath = 'M6.5 3.5h7l5 5v12h-12zM13.5 3.5v5h5';
