// What the page asks the program: one request after the other, so that none overtakes another.

export class Refusal extends Error {
  constructor(message, conflict) {
    super(message);
    this.conflict = conflict;
  }
}

export async function ask(path, data) {
  const request = data && {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(data),
  };
  let answer;
  try {
    answer = await fetch(path, request);
  } catch {
    throw new Refusal("The program does not answer. What it confirmed is saved; start it again.", true);
  }
  const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
  const body = isJson ? await answer.json() : { error: await answer.text() };
  if (!answer.ok) {
    const told = [body.error, body.hint].filter(Boolean).join("; ");
    throw new Refusal(told, answer.status !== 422);
  }
  return body;
}

let last = Promise.resolve();
export let waiting = 0;

// The answer to a request that is made up when its turn has come.
export function queue(path, makeData) {
  waiting += 1;
  const answer = last.then(() => ask(path, makeData())).finally(() => { waiting -= 1; });
  last = answer.catch(() => {});
  return answer;
}
