/** The learner who has no identity. Their streams stay on the device and are never sent. */
export const visitor = 'visitor';
