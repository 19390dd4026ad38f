import { OFTEN_TRIED, testArticulation } from './articulation.ts';

testArticulation(OFTEN_TRIED.acts, OFTEN_TRIED.wedges);
