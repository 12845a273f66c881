import family from './family.json';
import familyBank from './family-bank.json';
import familyPlan from './family-plan.json';
import familyWeek from './family-week.json';

/** The family's agreement, the rules to choose from, the plan to learn by, and the family's week. */
export default { family, 'family-bank': familyBank, 'family-plan': familyPlan, 'family-week': familyWeek };
