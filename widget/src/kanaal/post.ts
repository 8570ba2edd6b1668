import type { Bericht, Groet, Post, Regel } from "../model";

/** What the channel answers; which of it is there depends on the call. */
export interface Antwoord {
  messages?: Bericht[];
  last?: number;
  busy?: boolean;
  greeting?: Groet;
  token?: string;
  text?: string;
}

/** A new message, with the key by which the server knows it again; also without TLS, where `randomUUID` does not exist. */
export function nieuw(text: string, choice?: string): Post {
  const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
  return { key, text, ...(choice && { choice }) };
}

/** How it stands on screen until there is an answer. */
export function echo(post: Post): Regel {
  return { id: 0, from: "user", text: post.text, key: post.key, staat: navigator.onLine ? "" : "wacht" };
}
