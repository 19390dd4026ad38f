// ends well where the page's server answers within two seconds: node health.js PORT
import { get } from 'node:http';

const request = get(`http://localhost:${process.argv[2]}/health`, { timeout: 2000 }, ({ statusCode }) =>
  process.exit(statusCode === 200 ? 0 : 1),
);
request.on('timeout', () => process.exit(1));
request.on('error', () => process.exit(1));
