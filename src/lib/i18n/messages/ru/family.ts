import family from './family.json';
import familyBank from './family-bank.json';

/** The family's agreement, and the rules to choose from. */
export default { family, 'family-bank': familyBank };
