import { defineConfig, type Plugin } from "vite";

/** After minifying, line breaks stand only in templates, where they are layout of the source: leave them out. */
const krap: Plugin = {
  name: "krap",
  generateBundle(_, bundel) {
    for (const deel of Object.values(bundel)) {
      if (deel.type === "chunk") {
        deel.code = deel.code.replace(/([>}])\n *(?=[<$])/g, "$1").replace(/\n +/g, " ");
      }
    }
  },
};

/** One classic script, without a hash in its name, beside the pages that the Python package serves. */
export default defineConfig({
  plugins: [krap],
  build: {
    target: "es2022",
    // The stylesheets are written for Safari 16.4 and its like (adoptedStyleSheets); nothing to rewrite.
    cssTarget: "esnext",
    outDir: "../wegwijzer/kanaal/web",
    emptyOutDir: false,
    copyPublicDir: false,
    reportCompressedSize: false,
    lib: { entry: "src/index.ts", name: "wegwijzerWidget", formats: ["iife"], fileName: () => "wegwijzer.js" },
  },
});
