import * as T from "./teksten";

/** An ISO day as `15 december 2026`; what cannot be read stays as it is. */
export function dag(iso: string): string {
  const d = new Date(`${iso.slice(0, 10)}T12:00`);
  return isNaN(+d) ? iso : d.toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
}

/** Days from today to an ISO day; negative when past. */
export function dagenTot(iso: string): number {
  const vandaag = new Date().setHours(12, 0, 0, 0);
  return Math.round((+new Date(`${iso.slice(0, 10)}T12:00`) - vandaag) / 864e5);
}

/** Opening hours `ma-vr 09:00-12:30, 13:30-16:30` as `ma t/m vr 9.00–12.30 en 13.30–16.30 uur`. */
export function uren(tijden: string): string {
  if (tijden.trim() === "24/7") return T.dagEnNacht;
  return (
    tijden
      .replace(/\b([a-z]{2})-([a-z]{2})\b/g, "$1 t/m $2")
      .replace(/0?(\d{1,2}):(\d\d)-0?(\d{1,2}):(\d\d)/g, "$1.$2–$3.$4")
      .replace(/, /g, " en ") + T.uur
  );
}
