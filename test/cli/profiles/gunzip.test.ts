import { gunzipByNode } from "../../../src/cli/profiles/gunzip.ts";
import { testGunzip } from "../../formats/gunzip-tests.ts";

describe("gzip, unpacked for the command line", () => {
	testGunzip(gunzipByNode, { keepsAll: true });
});
