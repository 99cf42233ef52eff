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
        // the transfer is promised for no day, since orders without a place want the same goods: it may arrive at any
        assertThat(shell.rows()).contains("BOLT,10,10,0,9,18,8,8,1,0,EA");
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

    @Test
    void stepsOfManyOrdersComeFromFiles() throws IOException {
        Shell shell = new Shell("--db", folder.resolve("files").toString(), "--user", "anna");
        assertThat(shell.run("init", "--company", "Acme", "--zone", "Europe/Berlin")).as(shell::err).isZero();
        assertThat(shell.run("import", "items", file("items.csv", "item,name,unit\nBOLT,Bolt,EA\nNUT,Nut,EA\n")))
            .as(shell::err).isZero();
        assertThat(shell.run("import", "partners", file("partners.csv", "partner,name,roles\nC1,One,customer\n")))
            .as(shell::err).isZero();
        assertThat(shell.run("import", "locations",
            file("places.csv", "location,name,parent,kind\nA1,Bin 1,MAIN,bin\nPACK,Packing,MAIN,bin\n"))).as(shell::err)
            .isZero();
        assertThat(shell.run("import", "opening-stock",
            file("stock.csv", "item,location,quantity,unit_cost\nBOLT,A1,10,1\nNUT,A1,30,1\n"))).as(shell::err)
            .isZero();
        String lines = file("lines.csv", "item,quantity\nBOLT,8\nBOLT,3\n");
        assertThat(shell.run("availability", "--file", lines)).as(shell::err).isZero();
        assertThat(shell.rows()).hasSize(3).element(2).isEqualTo("BOLT,3,EA,,2");
        assertThat(shell.run("availability", "--line", "NUT=30", "--location", "MAIN")).as(shell::err).isZero();
        assertThat(shell.rows()).element(1).asString().startsWith("NUT,30,EA,20");
        assertThat(shell.run("availability", "--line", "NUT=30", "--item", "NUT")).isEqualTo(2);
        assertThat(shell.run("import", "customer-orders",
            file("orders.csv", "order,customer,item,quantity\nW1,C1,BOLT,4\nW2,C1,BOLT,5\n"))).as(shell::err).isZero();
        String orders = file("allocate.csv", "order\nSO-000001\nSO-000002\n");
        assertThat(shell.run("allocate", "--file", orders, "--dry-run")).as(shell::err).isZero();
        assertThat(shell.err()).contains("2 rows: 2 would be allocated");
        assertThat(shell.run("allocate", "--file", orders)).as(shell::err).isZero();
        assertThat(shell.run("allocate", "--file", orders, "--strategy", "fifo")).isEqualTo(2);
        assertThat(shell.run("pick", "make", "--key", "P", "--to", "PACK", "--release")).as(shell::err).isZero();
        String picks = file("picks.csv", "key,list,effective\nC1,PL-000001,2030-01-01\nC2,PL-000002,2030-01-01\n");
        assertThat(shell.run("pick", "confirm", "--file", picks)).as(shell::err).isZero();
        assertThat(shell.err()).contains("2 rows: 2 confirmed");
        assertThat(shell.run("pick", "confirm", "PL-000001", "--file", picks)).isEqualTo(2);
        assertThat(shell.run("pick", "confirm", "PL-000001", "--key", "C3", "--dry-run")).isEqualTo(2);
        String packed = file("packed.csv", "key,order,scan,quantity,effective\nK1,SO-000001,BOLT,4,2030-01-02\n"
            + "K2,SO-000002,,,2030-01-02\n");
        assertThat(shell.run("pack", "--file", packed)).as(shell::err).isZero();
        assertThat(shell.run("pack", "--file", packed)).as(shell::err).isZero();
        assertThat(shell.err()).contains("0 packed, 2 repeated");
        assertThat(shell.run("ship", file("ship.csv", "key,order,ready,effective\nS1,SO-000001,packed,2030-01-03\n"
            + "S2,SO-000002,packed,2030-01-03\n"))).as(shell::err).isZero();
        String back = file("back.csv", "key,shipment,item,quantity,reason,at,decide,effective\n"
            + "R1,SH-000001,BOLT,5,late,A1,restock,2030-01-04\nR2,SH-000002,BOLT,1,late,A1,restock,2030-01-04\n");
        assertThat(shell.run("return", "customer", back)).isEqualTo(1);
        assertThat(shell.err()).contains("MORE_THAN_SHIPPED", "nothing was stored");
        assertThat(shell.run("return", "customer", back, "--keep-good")).isEqualTo(1);
        assertThat(shell.run("return", "customer", "--key", "R3")).isEqualTo(2);
        assertThat(shell.run("on-hand", "--item", "BOLT", "--by", "location")).as(shell::err).isZero();
        assertThat(shell.rows()).anyMatch(row -> row.startsWith("BOLT,A1,") && row.contains(",2,"));
        assertThat(shell.run("verify")).as(shell::out).isZero();
    }

}
