// A text is sent to be read, and shown as the page of an article; nothing is stored.
import { arrange } from "./article.js";

const form = document.querySelector("form.read");
const told = form.querySelector("[role=status]");
const wrong = form.querySelector("[role=alert]");

async function ask(accept) {
  const body = Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
  return fetch("/read", { method: "POST", headers: { "Content-Type": "application/json", Accept: accept }, body: JSON.stringify(body) });
}

async function failure(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector(".told")?.textContent ?? `the desk answered ${answer.status}`;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = form.querySelector("button");
  button.disabled = true;
  wrong.textContent = "";
  told.textContent = "Reading; the first text takes some seconds more.";
  try {
    const answer = await ask("text/html");
    if (!answer.ok) throw new Error(await failure(answer));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.getElementById("result").replaceChildren(page.querySelector("article.article"));
    arrange();
    form.querySelector(".save").hidden = false;
    told.textContent = "Read.";
    document.querySelector("#result h1").scrollIntoView();
  } catch (error) {
    told.textContent = "";
    wrong.textContent = error instanceof TypeError ? "The desk doesn't answer: is it still running?" : error.message;
  }
  button.disabled = false;
});

form.querySelector(".save").addEventListener("click", async () => {
  const answer = await ask("application/json");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = "reading.json";
  link.click();
  URL.revokeObjectURL(link.href);
});
