// Lets a test see its page with forced colours, or dark, where the browser can be told so: Chromium, through its own protocol.
// In a test: `await executeServerCommand("set-colours", { "forced-colors": "active" })`; answers whether it could. `{}` takes it back.
import type { TestRunnerPlugin } from "@web/test-runner-core";

interface Protocol {
	send(method: string, parameters: object): Promise<unknown>;
	detach(): Promise<void>;
}

interface ChromeLauncher {
	getPage?(sessionId: string): { createCDPSession(): Promise<Protocol> };
}

export const mediaPlugin: TestRunnerPlugin<Readonly<Record<string, string>>> = {
	name: "set-colours",
	async executeCommand({ command, payload = {}, session }) {
		if (command !== "set-colours") return undefined;
		if (session.browser.name !== "Chromium") return false;
		const page = (session.browser as ChromeLauncher).getPage?.(session.id);
		if (!page) return false;
		const protocol = await page.createCDPSession();
		await protocol.send("Emulation.setEmulatedMedia", { features: Object.entries(payload).map(([name, value]) => ({ name, value })) });
		return true;
	},
};
