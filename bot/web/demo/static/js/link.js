// The one connection to the demo. It comes back by itself, to a fresh state.

const handlers = new Map();
let socket = null;
let pause = 400;

/** on("message", (frame) => …); "up" and "down" tell of the connection itself. */
export function on(kind, run) {
  handlers.set(kind, [...(handlers.get(kind) ?? []), run]);
}

/** False where there is no connection: nothing was asked. */
export function ask(kind, more = {}) {
  if (socket?.readyState !== WebSocket.OPEN) return false;
  socket.send(JSON.stringify({ t: kind, ...more }));
  return true;
}

export function connect() {
  socket = new WebSocket(`ws://${location.host}/demo/socket`);
  socket.addEventListener("open", () => {
    pause = 400;
    tell({ t: "up" });
  });
  socket.addEventListener("message", (packet) => tell(JSON.parse(packet.data)));
  socket.addEventListener("close", () => {
    tell({ t: "down" });
    setTimeout(connect, pause);
    pause = Math.min(2000, pause * 1.4);
  });
}

function tell(frame) {
  for (const run of handlers.get(frame.t) ?? []) run(frame);
}
