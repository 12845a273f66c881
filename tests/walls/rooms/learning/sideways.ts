import { attendance } from '$lib/attendance/attendance';

export const name = attendance.name;
