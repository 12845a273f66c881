import access from './access.json';
import cards from './cards.json';
import club from './club.json';
import loans from './loans.json';
import members from './members.json';
import office from './office.json';
import pictures from './pictures.json';
import planning from './planning.json';
import privacy from './privacy.json';
import reports from './reports.json';

/** What sign-in and office need. */
export default { access, cards, club, loans, members, office, pictures, planning, privacy, reports };
