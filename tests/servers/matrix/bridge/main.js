// Several people in one process. A connection to the socket is one test: JSON lines in, JSON lines
// out; when it closes, its people leave. The process ends with its parent's end of stdin.
//
//   in:  {"id": 7, "who": "@ana:test", "ask": "send", "args": {…}}
//   out: {"id": 7, "ok": …} or {"id": 7, "error": "…", "code": "M_FORBIDDEN"}
//        {"who": "@ana:test", "message" | "room" | "verification": {…}}

import net from "node:net";
import readline from "node:readline";

import { Person } from "./person.js";

function serve(connection) {
    const people = new Map();
    const tell = (line) => connection.writable && connection.write(`${JSON.stringify(line)}\n`);

    async function answer({ id, who, ask, args }) {
        try {
            if (!people.has(who)) people.set(who, new Person((said) => tell({ who, ...said })));
            const ok = await people.get(who).asked(ask, args);
            if (ask === "close") people.delete(who);
            tell({ id, ok: ok ?? null });
        } catch (error) {
            tell({ id, error: String(error?.stack ?? error), code: error?.errcode ?? null });
        }
    }

    const lines = readline.createInterface({ input: connection });
    lines.on("line", (line) => answer(JSON.parse(line)));
    for (const end of [lines, connection]) end.on("error", () => {}); // the test has gone
    connection.on("close", () => people.forEach((person) => person.close()));
}

process.on("unhandledRejection", (error) => console.error("unhandled", error));
process.stdin.resume().on("end", () => process.exit());
net.createServer(serve).listen(process.argv[2], () => console.log("ready"));
