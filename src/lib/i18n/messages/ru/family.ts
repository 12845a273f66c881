import family from './family.json';
import familyBank from './family-bank.json';
import familyWeek from './family-week.json';

/** The family's agreement, the rules to choose from, and the family's week. */
export default { family, 'family-bank': familyBank, 'family-week': familyWeek };
