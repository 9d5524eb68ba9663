// How many of the hundred points are given out so far. Without this script the server says what is left when the page is sent.
const words = document.getElementById("given"), shown = words.querySelector("output"), fields = [...words.closest("form").querySelectorAll("input[inputmode]")];
const add = () => fields.reduce((sum, field) => sum + (Number.parseInt(field.value, 10) || 0), 0);
const say = () => { shown.textContent = add(); words.classList.toggle("done", add() === 100); };
for (const field of fields) field.addEventListener("input", say);
say();
words.hidden = false;
