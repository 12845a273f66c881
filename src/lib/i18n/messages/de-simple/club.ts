import attendance from './attendance.json';
import cards from './cards.json';
import club from './club.json';
import evening from './evening.json';
import live from './live.json';
import paper from './paper.json';
import pictures from './pictures.json';
import pin from './pin.json';
import plan from './plan.json';
import tablet from './tablet.json';

/** What the pages in the room need: name tiles, meeting, progress of the group, plan. */
export default { attendance, cards, club, evening, live, paper, pictures, pin, plan, tablet };
