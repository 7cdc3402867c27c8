// What is remembered of a visitor's own file: its people are kept in the store, and are opened again by its name and its fields.
import type { CatalogueInput } from "../src/fields/catalogue.ts";
import { forget, remember, remembered } from "./remembered.ts";

/** Two places, so that a file is read beside the one before it, which stays as it is until all of the new one has come. */
const places = ["own-file", "other-own-file"] as const;

export interface OwnFile {
	readonly name: string;
	readonly businessId: (typeof places)[number];
	readonly fields: NonNullable<CatalogueInput["fields"]>;
	/** Whether its people are the ones that were counted last. */
	readonly isChosen: boolean;
}

export const catalogueOf = ({ businessId, fields }: OwnFile): CatalogueInput => ({ business_id: businessId, fields });

/** Where the next file goes. */
export const placeBeside = (kept: OwnFile | undefined): OwnFile["businessId"] =>
	places.find((place) => place !== kept?.businessId) ?? places[0];

export const rememberOwnFile = (file: OwnFile): void => remember("own-file", JSON.stringify(file));

export const forgetOwnFile = (): void => forget("own-file");

/** Undefined, too, for what no version of this page wrote. */
export function rememberedOwnFile(): OwnFile | undefined {
	try {
		const file = JSON.parse(remembered("own-file") ?? "null") as Partial<OwnFile> | null;
		const isWhole = typeof file?.name === "string" && Array.isArray(file.fields) && places.some((place) => place === file.businessId);
		return isWhole ? (file as OwnFile) : undefined;
	} catch {
		return undefined;
	}
}
