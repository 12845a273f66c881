import agreement from './practice-agreement.json';

/** What the kind of practice "agreement" says. */
export default { 'practice-agreement': agreement };
