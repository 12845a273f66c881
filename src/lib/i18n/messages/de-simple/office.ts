import access from './access.json';
import cards from './cards.json';
import club from './club.json';
import legal from './legal.json';
import loans from './loans.json';
import members from './members.json';
import office from './office.json';
import pictures from './pictures.json';
import planning from './planning.json';
import privacy from './privacy.json';
import reports from './reports.json';

/** What sign-in, office and the public pages need. */
export default { access, cards, club, legal, loans, members, office, pictures, planning, privacy, reports };
