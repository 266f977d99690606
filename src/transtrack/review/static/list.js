// The list of articles, with how far each is reviewed.
import { ask } from "./wire.js";
import { count, make } from "./rows.js";

const status = document.querySelector("#status");

function row(article, number) {
  const link = make("a", { href: `/article/${number}` }, article.name);
  const told = article.problem ?? (article.total ? "" : "not aligned yet");
  const progress = make("span", { className: "soft" }, told || `${article.reviewed} of ${article.total}`);
  const bar = make("progress", { max: article.total || 1, value: article.reviewed || 0 });
  bar.setAttribute("aria-label", `Reviewed of ${article.name}`);
  return make("tr", {},
    make("th", { scope: "row" }, link),
    make("td", { className: "number" }, told ? "" : `${article.doubtful}`),
    make("td", {}, ...(told ? [progress] : [bar, " ", progress])));
}

try {
  const { articles } = await ask("/articles");
  const doubtful = articles.reduce((sum, article) => sum + (article.doubtful || 0), 0);
  status.textContent = `${count(articles.length, "translation")}, ${count(doubtful, "doubtful bead")}`;
  document.querySelector("tbody").append(...articles.map(row));
  document.querySelector("table").hidden = false;
  document.querySelector("a").focus();
} catch (error) {
  status.textContent = error.message;
}
