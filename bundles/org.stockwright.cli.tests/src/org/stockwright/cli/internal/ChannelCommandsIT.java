package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A shop with a folder: its orders and sales come in, what it may sell goes out, by commands alone. */
class ChannelCommandsIT {

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    @Test
    void aShopSellsFromItsFolder() throws IOException {
        Shell shell = new Shell("--db", folder.resolve("db").toString(), "--user", "anna");
        assertThat(shell.run("init", "--company", "Acme", "--zone", "Europe/Berlin")).as(shell::err).isZero();
        assertThat(shell.run("import", "items", file("items.csv", "item,name,unit,list_price\nBOLT,Bolt,EA,2\n")))
            .as(shell::err).isZero();
        assertThat(shell.run("import", "partners", file("partners.csv", "partner,name,roles\nWEB,Web,customer\n")))
            .as(shell::err).isZero();
        assertThat(shell.run("import", "opening-stock",
            file("stock.csv", "item,location,quantity,unit_cost\nBOLT,MAIN,20,1\n"))).as(shell::err).isZero();
        Path shop = folder.resolve("shop").toAbsolutePath();
        assertThat(shell.run("channel", "save", "WEB", "--settings",
            file("settings.json", "{\"folder\": \"" + shop + "\"}"), "--customer", "WEB", "--place", "MAIN", "--buffer",
            "1", "--item", "BOLT")).as(shell::err).isZero();
        assertThat(shell.run("channel", "save", "WEB", "--buffer-percent", "10")).as(shell::err).isZero();
        assertThat(shell.run("channel", "list")).as(shell::err).isZero();
        assertThat(shell.rows()).element(1).isEqualTo("WEB,WEB,folder,WEB,MAIN,,channel,1,10,true,BOLT");
        file("shop/inbox/W-1.json",
            "{\"type\": \"order\", \"id\": \"W-1\", \"lines\": [{\"item\": \"BOLT\", \"quantity\": 4}]}");
        file("shop/inbox/W-2.json",
            "{\"type\": \"order\", \"id\": \"W-2\", \"lines\": [{\"item\": \"BOLT\", \"quantity\": 0}]}");
        assertThat(shell.run("channel", "fetch", "WEB")).as(shell::err).isZero();
        assertThat(shell.rows()).element(1).isEqualTo("WEB,2,0,0");
        assertThat(shell.run("channel", "process")).as(shell::err).isZero();
        assertThat(shell.rows()).element(1).isEqualTo("1,0,1,0");
        assertThat(shell.run("channel", "queue", "--state", "dead")).as(shell::err).isZero();
        assertThat(shell.rows()).hasSize(2).element(1).asString().startsWith("WEB,W-2,DEAD,1,,").contains("BAD_FIELD");
        assertThat(shell.run("channel", "retry", "WEB", "W-2", "--file", file("better.json",
            "{\"type\": \"order\", \"id\": \"W-2\", \"lines\": [{\"item\": \"BOLT\", \"quantity\": 1}]}")))
            .as(shell::err).isZero();
        assertThat(shell.run("channel", "dismiss", "WEB", "W-2", "--reason", "by hand")).as(shell::err).isZero();
        assertThat(shell.run("channel", "queue", "WEB", "--trail", "W-2")).as(shell::err).isZero();
        assertThat(shell.rows()).hasSize(6);
        assertThat(shell.run("channel", "queue", "WEB", "--text", "W-2")).as(shell::err).isZero();
        assertThat(shell.run("channel", "dismiss", "WEB", "W-9", "--reason", "x")).isEqualTo(1);
        assertThat(shell.err()).contains("UNKNOWN_MESSAGE");
        String[] sales = { "import", "pos-sales",
            file("sales.csv", "channel,receipt,item,quantity\nWEB,R-1,BOLT,3\nWEB,R-2,BOLT,-1\n") };
        assertThat(shell.run(sales)).as(shell::err).isZero();
        assertThat(shell.run(sales)).as(shell::err).isZero();
        assertThat(shell.run("on-hand")).as(shell::err).isZero();
        assertThat(shell.rows()).anyMatch(row -> row.contains("BOLT") && row.contains(",18,"));
        assertThat(shell.run("channel", "offer", "WEB")).as(shell::err).isZero();
        assertThat(shell.rows()).element(1).asString().startsWith("BOLT,11,EA,");
        assertThat(shell.run("channel", "offer", "WEB", "--publish")).as(shell::err).isZero();
        assertThat(shop.resolve("outbox").resolve("offer-000001.json")).isRegularFile();
        assertThat(shell.run("verify")).as(shell::out).isZero();
    }

}
