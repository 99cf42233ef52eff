package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A supplier sends goods straight to a customer, by commands alone. */
class DropShipIT {

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void anOrderIsRoutedDispatchedReturnedAndListed() throws IOException {
        Shell shell = new Shell("--db", folder.resolve("db").toString(), "--user", "anna");
        assertThat(shell.run("init", "--company", "Acme", "--zone", "Europe/Berlin")).as(shell::err).isZero();
        assertThat(shell.run("import", "items", file("items.csv", "item,name,unit\nBOLT,Bolt,EA\n"))).as(shell::err)
            .isZero();
        assertThat(shell.run("import", "partners",
            file("partners.csv", "partner,name,roles\nC1,One,customer\nS1,Supplier,supplier\n"))).as(shell::err)
            .isZero();
        assertThat(shell.run("order", "customer", "--customer", "C1", "--line", "BOLT=10")).as(shell::err).isZero();
        String[] route = { "drop-ship", "route", "--key", "D-1", "--order", "SO-000001", "--supplier", "S1", "--line",
            "1=8:3.50" };
        assertThat(shell.run(route)).as(shell::err).isZero();
        assertThat(shell.rows()).element(1).asString().startsWith("PO-000001,purchase-order,open,S1,");
        assertThat(shell.run(route)).as(shell::err).isZero();
        assertThat(shell.rows()).element(1).asString().startsWith("PO-000001,");
        String[] dispatch = { "drop-ship", "dispatch", "--key", "DD-1", "--order", "PO-000001", "--line", "1=5",
            "--paper", "LS-1", "--effective", "2026-02-03" };
        assertThat(shell.run(dispatch)).isEqualTo(1);
        assertThat(shell.err()).startsWith("NOT_IN_THIS_STATE: ");
        assertThat(shell.run("order", "approve", "PO-000001")).as(shell::err).isZero();
        assertThat(shell.run("receive", "--key", "G-1", "--order", "PO-000001", "--item", "BOLT=1")).isEqualTo(1);
        assertThat(shell.err()).startsWith("GOES_TO_CUSTOMER: ").contains("drop-ship dispatch");
        assertThat(shell.run(dispatch)).as(shell::err).isZero();
        assertThat(shell.rows()).element(1).asString()
            .startsWith("SH-000001,1,BOLT,,5,EA,0,PO-000001,");
        assertThat(shell.run("drop-ship", "return", "--key", "DR-1", "--shipment", "SH-000001", "--line", "1=2",
            "--reason", "bent")).as(shell::err).isZero();
        assertThat(shell.rows()).element(1).asString().startsWith("RT-000001,1,BOLT,,2,EA,2,PO-000001,");
        assertThat(shell.run("drop-ship", "list")).as(shell::err).isZero();
        assertThat(shell.rows()).hasSize(2).element(1).asString()
            .startsWith("PO-000001,1,APPROVED,S1,SO-000001,1,C1,,BOLT,8,5,3,2,EA,");
        assertThat(shell.run("availability", "--item", "BOLT")).as(shell::err).isZero();
        assertThat(shell.rows()).contains("BOLT,0,0,0,0,2,2,2,-2,0,EA");
        String file = file("dispatches.csv", "key,order,paper,effective\nDD-2,PO-000001,LS-2,2026-02-04\n");
        assertThat(shell.run("drop-ship", "dispatch", file, "--dry-run")).as(shell::err).isZero();
        assertThat(shell.run("drop-ship", "dispatch", file)).as(shell::err).isZero();
        assertThat(shell.run("drop-ship", "dispatch", file)).as(shell::err).isZero();
        assertThat(shell.err()).contains("repeated");
        assertThat(shell.run("drop-ship", "dispatch", "--key", "DD-3", "--reverse", "SH-000002", "--reason",
            "not collected")).as(shell::err).isZero();
        assertThat(shell.run("order", "close", "PO-000001", "--reason", "sold out")).as(shell::err).isZero();
        assertThat(shell.run("drop-ship", "list")).as(shell::err).isZero();
        assertThat(shell.rows()).hasSize(1);
        assertThat(shell.run("journal", "balances")).as(shell::err).isZero();
        assertThat(shell.rows()).anyMatch(row -> row.startsWith("5000,") && row.contains("10.5"));
    }

}
