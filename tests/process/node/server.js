// A Bot API server that nobody here wrote, on the port it is told.
// Two answers are added, without which no client library of today can begin: getMe says that the
// bot is one, and setMyCommands is taken.
const { TelegramServer } = require('telegram-test-api/lib/telegramServer');

const ADDED = {
  getMe: { id: 666, is_bot: true, first_name: 'Tocsin', username: 'TestNameBot' },
  setMyCommands: true,
};
const server = new TelegramServer({ port: Number(process.argv[2]), host: '127.0.0.1' });
const theirs = server.webServer;

function ours(request, response) {
  const method = request.url.split('/').pop();
  if (!Object.hasOwn(ADDED, method)) return theirs(request, response);
  request.resume();
  response.setHeader('Content-Type', 'application/json');
  return response.end(JSON.stringify({ ok: true, result: ADDED[method] }));
}

server.webServer = Object.assign(ours, { settings: theirs.settings });
server.start().then(() => console.log('ready'));
