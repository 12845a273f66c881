import attendance from './attendance.json';
import club from './club.json';
import pictures from './pictures.json';
import pin from './pin.json';
import tablet from './tablet.json';

/** What the pages in the room need: name tiles, meeting, progress of the group. */
export default { attendance, club, pictures, pin, tablet };
