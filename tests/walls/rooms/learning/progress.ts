export const progress = { name: 'progress' };
