import whoSaves = require("who-saves");

if (typeof whoSaves.simulate !== "function") throw new Error("require gives no simulate");
