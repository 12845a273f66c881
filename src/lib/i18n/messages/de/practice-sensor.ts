import sensor from './practice-sensor.json';

/** What the kind of practice "sensor" says. */
export default { 'practice-sensor': sensor };
