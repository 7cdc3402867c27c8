// Several stores of one business over one vault in memory, as tabs are over one disk, with a place to let another tab act in the middle of a step.
import { MemoryVault } from "../../src/store/memory-vault.ts";
import { guardPointer } from "../../src/store/pointer.ts";
import { ProfileStore } from "../../src/store/profile-store.ts";
import { settingsOf, type StoreOptions } from "../../src/store/settings.ts";
import type { Head, Vault } from "../../src/store/vault.ts";
import { catalogue, newBusiness } from "./people.ts";

export const newVault = (): Vault => new MemoryVault(guardPointer);

/** Its name is nobody else's: it hears nothing of the others, as where there is no channel. */
export function storeOn(vault: Vault, options: Partial<StoreOptions> = {}): ProfileStore {
	const settings = settingsOf("shared", { catalogue, sliceMs: 50, ...options });
	return new ProfileStore(newBusiness(), settings, () => vault);
}

/** The same vault, in which another tab acts before the first move of the pointer. */
export function actingBeforeUpdate(vault: Vault, act: () => Promise<unknown>): Vault {
	return withHead(vault, (head) => {
		let isFirst = true;
		return {
			update: async (key, change) => {
				if (isFirst) {
					isFirst = false;
					await act();
				}
				return head.update(key, change);
			},
		};
	});
}

/** The same vault, in which another tab acts after the first move of the pointer. */
export function actingAfterUpdate(vault: Vault, act: () => Promise<unknown>): Vault {
	return withHead(vault, (head) => {
		let isFirst = true;
		return {
			update: async (key, change) => {
				const next = await head.update(key, change);
				if (isFirst) {
					isFirst = false;
					await act();
				}
				return next;
			},
		};
	});
}

/** The same vault, in which another tab acts after the pointer was looked at for the nth time. */
export function actingAfterLook(vault: Vault, nth: number, act: () => Promise<unknown>): Vault {
	return withHead(vault, (head) => {
		let looks = 0;
		return {
			get: async (keys) => {
				const values = await head.get(keys);
				looks++;
				if (looks === nth) await act();
				return values;
			},
		};
	});
}

function withHead(vault: Vault, change: (head: Head) => Partial<Head>): Vault {
	const head = layered(vault.head, change(vault.head));
	return layered(vault, { head });
}

/** `over` in the place of some members of `under`. */
function layered<T extends object>(under: T, over: Partial<T>): T {
	return new Proxy(under, {
		get(target, name) {
			if (Object.hasOwn(over, name)) return over[name as keyof T];
			const value: unknown = Reflect.get(target, name, target);
			return typeof value === "function" ? value.bind(target) : value;
		},
	});
}
