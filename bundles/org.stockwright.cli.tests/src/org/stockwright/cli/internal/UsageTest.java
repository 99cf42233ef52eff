package org.stockwright.cli.internal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UsageTest {

    private final Shell shell = new Shell();

    @ParameterizedTest
    @ValueSource(strings = { "init", "import", "post", "reverse", "on-hand", "movements", "explain", "verify",
        "value", "layers", "reprice", "late-cost", "write-down", "write-down propose",
        "write-down list", "write-down approve", "write-down reject", "requisition", "requisition new",
        "requisition approve", "requisition reject", "requisition order", "requisition cancel", "requisition list",
        "order", "order purchase", "order list", "order show", "order approve", "order send", "order confirm",
        "order revise", "order close", "order cancel", "invoice", "invoice enter", "invoice match", "invoice release",
        "invoice reverse", "received-not-invoiced", "supplier-figures", "purchasing-rules",
        "purchasing-rules limit", "purchasing-rules delivery", "purchasing-rules matching", "orders", "order-cost",
        "close-order", "transit-terms", "lot-group", "cost-method", "journal", "journal export",
        "journal balances", "periodic", "periodic status", "periodic set", "periodic count", "periodic reconcile",
        "periodic close", "periodic reopen", "tie-out", "close-period", "reopen-period", "periods",
        "modules", "modules enable", "user", "user list", "user add", "user roles", "user lock", "user unlock",
        "user password", "role", "role list",
        "role show", "role save", "report", "report list", "report run", "print", "backup", "restore", "bench",
        "order customer", "order internal", "order transfer", "allocate", "availability",
        "receive", "inspect", "put-away", "return", "return supplier", "return customer", "receiving-rules",
        "pick", "pick make", "pick confirm", "pack", "ship",
        "channel", "channel list", "channel save", "channel fetch", "channel process", "channel queue", "channel retry",
        "channel dismiss", "channel offer",
        "drop-ship", "drop-ship route", "drop-ship dispatch", "drop-ship return", "drop-ship list" })
    void everyCommandHasHelpWithAnExample(String command) {
        assertThat(shell.run((command + " --help").split(" "))).isZero();
        assertThat(shell.out()).contains("Example", "stockwright " + command);
        assertThat(shell.err()).isEmpty();
    }

    @Test
    void theVersionIsPrinted() {
        assertThat(shell.run("--version")).isZero();
        assertThat(shell.out()).startsWith("stockwright 0.1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = { "nonsense", "on-hand --nonsense", "on-hand --by nonsense", "reverse K1", "post",
        "user", "role", "user add", "modules enable", "user nonsense", "role save", "report",
        "report run stock-on-hand", "print",
        "print pick-list PL-1", "import",
        "import items", "import items f.csv --map nonsense",
        "explain on-hand", "explain value", "explain cost", "explain nonsense --item X",
        "explain value --item X --location Y", "layers", "late-cost --key K --document D",
        "order-cost --key K --order O", "close-order --key K", "close-period",
        "reopen-period 2026-01-31", "periodic", "periodic set", "periodic set nonsense", "periodic count 2026-01-31",
        "periodic reopen 2026-01-31", "journal export", "write-down", "write-down --proposals --key K",
        "write-down propose --key K", "order purchase --key K", "order confirm PO-1 --quantity 3",
        "requisition new --key K", "order show", "order", "invoice", "requisition", "invoice enter --key K",
        "purchasing-rules limit anna", "write-down approve", "write-down reject K",
        "transit-terms SEA",
        "transit-terms --incoterm FOB", "transit-terms SEA --direction inbound --incoterm XYZ", "lot-group G",
        "lot-group --item X",
        "cost-method --item X", "pick", "pick make", "pick confirm PL-1", "pack SO-1", "ship --key K",
        "ship --key K --order A --reverse B", "return customer --key K", "value --by lot", "bench",
        "drop-ship", "drop-ship route --key K", "drop-ship dispatch --key K",
        "drop-ship dispatch --order A --reverse B", "drop-ship dispatch f.csv --key K",
        "drop-ship dispatch --key K --reverse B --dry-run",
        "drop-ship return --key K", "on-hand --format yaml", "receive", "receive --item X=1",
        "receive f.csv --key K", "inspect --key K", "put-away", "put-away --all", "put-away --propose --all",
        "return", "return supplier --key K", "receiving-rules --excess maybe", "",
        "order customer --line A=1", "order internal --line A=1", "order transfer --line A=1", "allocate",
        "allocate SO-1 --all", "allocate --all --again", "availability --due 2026-01-01",
        "availability --quantity 5", "availability --days --explain --item A",
        "channel", "channel save", "channel save W --item A --all-items", "channel save W --active maybe",
        "channel fetch", "channel queue --text A", "channel queue W --text A --trail A",
        "channel queue --state nonsense",
        "channel queue --limit 0", "channel retry W", "channel dismiss W A", "channel offer" })
    void wrongUsageIsExitCodeTwoAndSaidOnStandardError(String words) {
        assertThat(shell.run(words.isEmpty() ? new String[0] : words.split(" "))).isEqualTo(2);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).isNotBlank();
    }

    @Test
    void launchersArgumentsAreLeftOut() {
        assertThat(StockwrightApplication.command("-pdelaunch", "-product", "org.stockwright.product", "on-hand",
            "--item", "-product")).containsExactly("on-hand", "--item", "-product");
        assertThat(StockwrightApplication.command("--version")).containsExactly("--version");
        assertThat(StockwrightApplication.command("-product")).isEmpty();
    }

    @Test
    void longKeysHaveReversalKeysToo() {
        assertThat(ReverseCommand.reversalKey("K1")).isEqualTo("reverse:K1");
        assertThat(ReverseCommand.reversalKey("k".repeat(128))).hasSizeLessThanOrEqualTo(128)
            .isNotEqualTo(ReverseCommand.reversalKey("k".repeat(127) + "x"));
    }

}
