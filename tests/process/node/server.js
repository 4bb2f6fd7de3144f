// A Bot API server that nobody here wrote, on the port it is told.
// What the Bot API always has and this server leaves out is added, for no client library of today
// could begin without it: that the bot is one, an answer to setMyCommands, and where a button was
// pressed (https://core.telegram.org/bots/api#callbackquery).
const TelegramServer = require('telegram-test-api');

const ADDED = {
  getMe: { id: 666, is_bot: true, first_name: 'Tocsin', username: 'TestNameBot' },
  setMyCommands: true,
};
const told = TelegramServer.formatUpdate;
TelegramServer.formatUpdate = (update) => {
  const found = told(update);
  if (found.callback_query) found.callback_query.chat_instance = '1';
  return found;
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
