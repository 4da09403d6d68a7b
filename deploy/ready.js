// Whether the process in this container can serve: `node deploy/ready.js PORT [PATH]`, for health checks.
const [port, path = '/ready'] = process.argv.slice(2);
const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => null);
process.exit(answer?.ok ? 0 : 1);
