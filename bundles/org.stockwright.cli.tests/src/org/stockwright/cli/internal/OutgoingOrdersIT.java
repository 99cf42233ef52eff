package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Orders are placed, promised and allocated, by commands alone. */
class OutgoingOrdersIT {

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void ordersArePlacedAllocatedAndExplained() throws IOException {
        Shell shell = new Shell("--db", folder.resolve("db").toString(), "--user", "anna");
        assertThat(shell.run("init", "--company", "Acme", "--zone", "Europe/Berlin")).as(shell::err).isZero();
        assertThat(shell.run("import", "items",
            file("items.csv", "item,name,unit,list_price\nBOLT,Bolt,EA,2\nNUT,Nut,EA,1\nSET,Set,EA,\n")))
            .as(shell::err).isZero();
        assertThat(shell.run("import", "partners", file("partners.csv", "partner,name,roles\nC1,One,customer\n")))
            .as(shell::err).isZero();
        assertThat(shell.run("import", "locations",
            file("places.csv", "location,name,parent,kind\nA1,Bin 1,MAIN,bin\nEAST,East,,warehouse\n")))
            .as(shell::err).isZero();
        assertThat(shell.run("import", "opening-stock",
            file("stock.csv", "item,location,quantity,unit_cost\nBOLT,A1,10,1\nNUT,A1,30,1\n"))).as(shell::err)
            .isZero();
        assertThat(shell.run("import", "kits", file("kits.csv", "kit,item,quantity\nSET,BOLT,1\nSET,NUT,2\n")))
            .as(shell::err).isZero();
        String[] order = { "order", "customer", "--customer", "C1", "--line", "BOLT=4", "--line", "SET=2:EA@5.00",
            "--reference", "PO-7" };
        assertThat(shell.run(order)).as(shell::err).isZero();
        assertThat(shell.rows()).hasSize(5).element(1).asString().startsWith("SO-000001,open,1,BOLT,4,EA,2,");
        assertThat(shell.run(order)).as(shell::err).isZero();
        assertThat(shell.rows()).element(1).asString().startsWith("SO-000001,");
        assertThat(shell.run("order", "customer", "--customer", "C1", "--line", "NUT=1", "--reference", "PO-7"))
            .isEqualTo(1);
        assertThat(shell.err()).contains("DUPLICATE_ORDER", "SO-000001");
        assertThat(shell.run("order", "customer", "--customer", "C1", "--line", "NUT")).isEqualTo(1);
        assertThat(shell.err()).contains("BAD_LINE");
        assertThat(shell.run("order", "internal", "--department", "Repair", "--line", "BOLT=3", "--dry-run"))
            .as(shell::err).isZero();
        assertThat(shell.run("order", "internal", "--department", "Repair", "--line", "BOLT=3")).as(shell::err)
            .isZero();
        assertThat(shell.rows()).element(1).asString().startsWith("IO-000001,open,1,BOLT,3,EA,");
        assertThat(shell.run("order", "transfer", "--from", "MAIN", "--to", "EAST", "--line", "BOLT=9"))
            .as(shell::err).isZero();
        assertThat(shell.run("allocate", "SO-000001", "--strategy", "fifo")).as(shell::err).isZero();
        assertThat(shell.rows()).hasSize(4).element(1).asString()
            .startsWith("SO-000001,1,BOLT,A1,,4,EA,held,oldest: the only stock");
        assertThat(shell.run("allocate", "--all")).as(shell::err).isZero();
        assertThat(shell.rows()).anyMatch(row -> row.startsWith("TO-000001,1,BOLT,,,8,EA,missing,"));
        assertThat(shell.run("availability", "--item", "BOLT")).as(shell::err).isZero();
        assertThat(shell.rows()).contains("BOLT,10,10,0,9,18,8,8,1,1,EA");
        assertThat(shell.run("availability", "--item", "BOLT", "--explain")).as(shell::err).isZero();
        assertThat(shell.rows()).anyMatch(row -> row.startsWith("BOLT,demand,SO-000001,1,"));
        assertThat(shell.run("availability", "--item", "NUT", "--quantity", "26")).as(shell::err).isZero();
        assertThat(shell.rows()).element(1).asString().startsWith("NUT,26,EA,20");
        assertThat(shell.run("availability", "--back-orders")).as(shell::err).isZero();
        assertThat(shell.rows()).hasSize(2).element(1).asString().startsWith("TO-000001,1,BOLT,8,EA,0,");
        assertThat(shell.run("import", "customer-orders",
            file("orders.csv", "order,customer,item,quantity\nW1,C1,NUT,1\nW1,C1,BOLT,1\n"))).as(shell::err).isZero();
        assertThat(shell.run("order", "show", "SO-000001")).as(shell::err).isZero();
        assertThat(shell.run("verify")).as(shell::out).isZero();
    }

}
