import { SELDOM_TRIED, testArticulation } from './articulation.ts';

testArticulation(SELDOM_TRIED.acts, SELDOM_TRIED.wedges);
