package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a controller asks and does by commands. */
class ValueCommandsIT extends ValueShop {

    private static final String PASSWORD = "seven quiet ledgers";

    @Test
    void stockHasAValueAtAnyInstantByAnyMethod() throws IOException {
        Shell shell = shop();
        assertThat(rows(shell, "value")).containsExactly("item,on_hand,unit,unit_cost,value,method",
            "BOLT,40,EA,1.25,50.00,average");
        assertThat(rows(shell, "value", "--item", "BOLT", "--method", "fifo").get(1))
            .isEqualTo("BOLT,40,EA,1.6,64.00,fifo");
        assertThat(rows(shell, "value", "--as-of", "2026-01-10").get(1)).isEqualTo("BOLT,100,EA,1,100.00,average");
        assertThat(rows(shell, "value", "--as-of", "2026-01-09")).hasSize(1);
        assertThat(rows(shell, "value", "--known-at", "2026-01-31")).as("nothing was recorded then").hasSize(1);
        assertThat(rows(shell, "value", "--category", "Fasteners", "--by", "site")).containsExactly(
            "item,site,on_hand,unit,unit_cost,value,method,whose", "BOLT,MAIN,40,EA,1.25,50.00,average,ours");
        assertThat(shell.run("value", "--format", "json")).isZero();
        assertThat(shell.out()).contains("\"value\":50.00");
        assertThat(shell.run("value", "--category", "Fastners")).isEqualTo(1);
        assertThat(shell.err()).startsWith("UNKNOWN_CATEGORY: ").contains("Did you mean 'Fasteners'?");
        assertThat(shell.run("value", "--item", "NOPE")).isEqualTo(1);
        assertThat(shell.err()).startsWith("UNKNOWN_ITEM: ");
        assertThat(shell.run("value", "--method", "guess")).isEqualTo(2);
    }

    @Test
    void layersSayWhatTheStockConsistsOf() throws IOException {
        Shell shell = shop();
        List<String> layers = rows(shell, "layers", "--item", "BOLT", "--method", "fifo");
        assertThat(layers.getFirst()).isEqualTo("item,pool,place,since,document,lot,quantity,unit,unit_cost,value,"
            + "material,freight,labour,overhead");
        assertThat(layers).hasSize(2).element(1).asString().startsWith("BOLT,stock,")
            .endsWith(",M3,,40,EA,1.6,64.00,64.00,0.00,0.00,0.00");
        assertThat(rows(shell, "layers", "--item", "BOLT", "--as-of", "2026-01-10").get(1))
            .contains(",100,EA,1,100.00,");
        assertThat(rows(shell, "layers", "--item", "NUT")).hasSize(1);
        assertThat(shell.run("layers")).isEqualTo(2);
    }

    @Test
    void eachMovementHasItsCost() throws IOException {
        Shell shell = shop();
        assertThat(rows(shell, "movements", "--item", "BOLT")).satisfiesExactly(
            header -> assertThat(header).contains(",unit_cost,value,reference,user"),
            first -> assertThat(first).endsWith(",1,100.00,PO-1,anna"),
            second -> assertThat(second).endsWith(",1,30.00,SO-1,anna"),
            third -> assertThat(third).endsWith(",1.6,80.00,PO-2,anna"),
            fourth -> assertThat(fourth).endsWith(",1.25,100.00,SO-2,anna"));
        assertThat(rows(shell, "movements", "--from", "2026-01-22").get(1)).endsWith(",1.25,100.00,SO-2,anna");
    }

    @Test
    void valuesAndCostsAreExplainedByTheRowsTheyComeFrom() throws IOException {
        Shell shell = shop();
        List<String> value = rows(shell, "explain", "value", "--item", "BOLT");
        assertThat(shell.err()).isEmpty();
        assertThat(value.getFirst())
            .startsWith("id,effective,recorded,kind,item,movement,document,debit,credit,delta,");
        assertThat(value).hasSize(5);
        assertThat(value.get(1)).contains(",M1,1300,2150,100.00,100.00,");
        assertThat(value.getLast()).contains(",M4,5000,1300,-100.00,50.00,");
        assertThat(rows(shell, "explain", "value", "--item", "BOLT", "--as-of", "2026-01-15").getLast())
            .contains(",-30.00,70.00,");
        List<String> cost = rows(shell, "explain", "cost", "--movement", movement(shell, "M4"));
        assertThat(shell.err()).contains("issue of 80 EA BOLT, by average: 100.00 EUR. ");
        assertThat(cost).anyMatch(row -> row.startsWith("journal,") && row.contains(",100.00,100.00,cost,5000,1300,"));
        assertThat(shell.run("explain", "cost", "--movement", "999999")).isEqualTo(1);
        assertThat(shell.err()).startsWith("NO_COST: ");
    }

    @Test
    void aPreviewShowsWhichDocumentsALateReceiptWouldChange() throws IOException {
        Shell shell = shop();
        Path late = file("late.csv",
            "key,effective,type,item,quantity,unit_cost\nL1,2026-01-11,receipt,BOLT,100,2.00\n");
        List<String> changes = rows(shell, "reprice", "--preview", late.toString());
        assertThat(changes.getFirst()).isEqualTo("document,effective,period,item,kind,account,difference");
        assertThat(changes).anyMatch(row -> row.startsWith("M2,2026-01-12T09:00:00Z,2026-01,BOLT,cost,5000,15.00"))
            .anyMatch(row -> row.startsWith("M4,"));
        assertThat(shell.err()).contains("Posting would change the value of stock by ", " EUR; ");
        assertThat(shell.err()).contains("In 2026-01: value of stock ");
        assertThat(rows(shell, "movements")).as("nothing was posted").hasSize(5);
        assertThat(rows(shell, "reprice", "--preview", file("both.csv", "key,effective,type,item,quantity,unit_cost\n"
            + "B1,2026-01-11,receipt,BOLT,100,2.00\nB2,2026-01-11T12:00,issue,BOLT,120,\n").toString()))
            .as("the second row needs the first one").anyMatch(row -> row.startsWith("M2,"));
        assertThat(shell.run("reprice", "--preview", file("much.csv", "key,effective,type,item,quantity,unit_cost\n"
            + "B1,2026-01-11,receipt,BOLT,100,2.00\nB2,2026-01-11T12:00,issue,BOLT,999,\n").toString())).isEqualTo(1);
        assertThat(shell.err()).startsWith("WOULD_GO_NEGATIVE: ").contains("(much.csv:3");
        assertThat(rows(shell, "reprice", "--preview", folder.resolve("moves.csv").toString()))
            .as("what was posted before changes nothing").hasSize(1);
        assertThat(shell.run("reprice", "--preview",
            file("bad.csv", "key,effective,type,item,quantity\nB1,2026-01-11,receipt,NOPE,1\n").toString()))
            .isEqualTo(1);
        assertThat(shell.err()).startsWith("UNKNOWN_ITEM: ").contains("(bad.csv:2, column item)");
        assertThat(rows(shell, "reprice").getFirst()).isEqualTo("items");
    }

    @Test
    void lateCostsAreSplitBetweenStockAndWhatIsSold() throws IOException {
        Shell shell = shop();
        String[] words = { "late-cost", "--key", "F1", "--document", "M3", "--freight", "12", "--effective",
            "2026-01-25", "--reference", "INV-7" };
        String[] rehearsed = Stream.concat(Stream.of(words), Stream.of("--dry-run")).toArray(String[]::new);
        List<String> shares = rows(shell, rehearsed);
        assertThat(shares.getFirst()).isEqualTo("movement,item,amount,to_stock,to_cost_of_sales,to_other");
        assertThat(shares).hasSize(2).element(1).asString().contains(",BOLT,12.00,");
        assertThat(rows(shell, "value").get(1)).endsWith(",50.00,average");
        assertThat(rows(shell, words)).isEqualTo(shares);
        String after = rows(shell, "value").get(1);
        assertThat(after).doesNotEndWith(",50.00,average");
        assertThat(rows(shell, words)).isEqualTo(shares);
        assertThat(shell.err()).contains("posted before");
        assertThat(rows(shell, "value").get(1)).isEqualTo(after);
        assertThat(shell.run("late-cost", "--key", "F2", "--document", "NOPE", "--freight", "12")).isEqualTo(1);
        assertThat(shell.err()).contains("NOPE");
        assertThat(shell.run("late-cost", "--key", "F3", "--document", "M3", "--freight", "lots")).isEqualTo(1);
        assertThat(shell.err()).startsWith("NOT_A_NUMBER: ");
        assertThat(shell.run("late-cost", "--key", "F3", "--document", "M3")).isEqualTo(2);
        assertThat(shell.run("late-cost", "--key", "F3", "--document", "M3", "--document", "M1", "--line", "1",
            "--freight", "1")).isEqualTo(2);
    }

    @Test
    void aClosedPeriodIsSealedAndRefusesWhatIsDatedThere() throws IOException {
        Shell shell = shop();
        assertThat(rows(shell, "close-period", "2026-01-31", "--dry-run").getFirst())
            .isEqualTo("check,subject,stock,books,difference,detail");
        assertThat(rows(shell, "periods")).hasSize(1);
        List<String> closed = rows(shell, "close-period", "2026-01-31", "--reason", "done");
        assertThat(closed.getFirst())
            .isEqualTo("period,ends,state,decision,reason,items,quantity,value,hash,decided,user");
        assertThat(closed.get(1)).startsWith("2026-01-31,2026-01-31T23:00:00Z,closed,closed,done,1,40,50.00,");
        assertThat(
            shell.run("post", file("late.csv", "key,effective,type,item,quantity\nL1,2026-01-15,receipt,BOLT,1\n")
                .toString()))
            .isEqualTo(1);
        assertThat(shell.err()).contains("PERIOD_CLOSED: ");
        assertThat(shell.run("close-period", "2026-01-31")).isEqualTo(1);
        assertThat(shell.err()).startsWith("PERIOD_CLOSED_ALREADY: ");
        assertThat(rows(shell, "reopen-period", "2026-01-31", "--reason", "forgot one").get(1))
            .contains(",open,reopened,forgot one,");
        assertThat(rows(shell, "periods")).hasSize(3);
        assertThat(shell.run("reopen-period", "2026-01-31")).isEqualTo(2);
        assertThat(shell.run("close-period", "January")).isEqualTo(1);
        assertThat(shell.err()).startsWith("BAD_DAY: ");
    }

    @Test
    void theJournalIsPrintedSummedUpAndExportedOnce() throws IOException {
        Shell shell = shop();
        List<String> journal = rows(shell, "journal", "--from", "2026-01-20", "--to", "2026-01-22");
        assertThat(journal.getFirst()).startsWith("id,effective,recorded,kind,item,debit,debit_name,credit,");
        assertThat(journal).hasSize(3);
        assertThat(rows(shell, "journal", "--account", "5000")).hasSize(3);
        assertThat(rows(shell, "journal", "--movement", movement(shell, "M1"))).hasSize(2);
        assertThat(rows(shell, "journal", "balances")).contains("1300,Inventory,asset,180.00,130.00,50.00",
            "5000,Cost of sales,expense,130.00,0.00,130.00");
        assertThat(rows(shell, "journal", "balances", "--as-of", "2026-01-12"))
            .contains("1300,Inventory,asset,100.00,30.00,70.00");
        Path output = folder.resolve("export.csv");
        assertThat(shell.run("journal", "export", "--key", "K1", "--output", output.toString())).as(shell::err)
            .isZero();
        List<String> exported = Files.readAllLines(output);
        assertThat(exported.getFirst()).isEqualTo("entry,date,account,cost_centre,debit,credit,text");
        assertThat(exported).hasSize(9).element(1).asString().contains(",2026-01-10,1300,,100.00,");
        assertThat(rows(shell, "journal", "export", "--key", "K1")).isEqualTo(exported);
        assertThat(rows(shell, "journal", "export", "--key", "K2")).hasSize(1);
        assertThat(shell.run("journal", "--account", "130")).isEqualTo(1);
        assertThat(shell.err()).startsWith("UNKNOWN_ACCOUNT: ").contains("Did you mean '1300'?");
        assertThat(shell.run("journal", "export")).isEqualTo(2);
    }

    @Test
    void stockAndBooksTieOut() throws IOException {
        Shell shell = shop();
        assertThat(rows(shell, "tie-out").getFirst()).isEqualTo("check,subject,stock,books,difference,detail");
        assertThat(shell.rows()).hasSizeGreaterThan(3);
        assertThat(shell.err()).isEmpty();
        assertThat(rows(shell, "tie-out", "--as-of", "2026-01-15")).anyMatch(row -> row.contains(",70.00,70.00,0.00,"));
    }

    @Test
    void stockThatYieldsLessThanItCostIsProposedAndWrittenDown() throws IOException {
        Shell shell = shop();
        assertThat(rows(shell, "write-down", "--proposals", "--selling-cost", "0.05")).containsExactly(
            "item,name,value,realisable,write_down", "BOLT,Bolt M8,50.00,38.00,12.00");
        assertThat(
            rows(shell, "write-down", "--key", "W1", "--item", "BOLT", "--amount", "12", "--reason", "price fell",
                "--effective", "2026-02-01").getFirst())
            .isEqualTo("key,item,amount");
        assertThat(rows(shell, "value").get(1)).endsWith(",38.00,average");
        assertThat(rows(shell, "write-down", "--proposals", "--selling-cost", "0.05")).hasSize(1);
        assertThat(shell.run("write-down", "--key", "W2", "--item", "BOLT", "--amount", "-20", "--reason", "too much",
            "--effective", "2026-02-02")).isEqualTo(1);
        assertThat(shell.err()).contains("BAD_AMOUNT: ");
        assertThat(shell.run("write-down")).isEqualTo(2);
        assertThat(shell.run("write-down", "--proposals", "--key", "W3")).isEqualTo(2);
    }

    @Test
    void whoeverMayNotSeeCostsSeesNoneAndPostsForeignPricesAllTheSame() throws IOException {
        Shell shell = shop();
        assertThat(
            shell.run("import", "exchange-rates", file("rates.csv", "currency,effective,rate\nUSD,2026-01-01,0.9\n")
                .toString()))
            .as(shell::err).isZero();
        assertThat(shell.with(Passwords.FRESH, PASSWORD).run("user", "add", "anna")).as(shell::err).isZero();
        shell.with(Passwords.OWN, PASSWORD);
        assertThat(shell.run("role", "save", "Receiver", "--permission", "ledger.view", "--permission", "ledger.post",
            "--permission", "catalog.view", "--permission", "exchange.import", "--permission", "exchange.export"))
            .as(shell::err).isZero();
        assertThat(shell.run("user", "add", "ben", "--role", "Receiver")).as(shell::err).isZero();
        Shell ben = new Shell("--db", folder.resolve("db").toString(), "--user", "ben").with(Passwords.OWN, PASSWORD);
        assertThat(rows(ben, "movements").get(1)).endsWith(",,,PO-1,anna");
        assertThat(ben.run("value")).isEqualTo(1);
        assertThat(ben.err()).startsWith("NOT_ALLOWED: ");
        assertThat(ben.run("close-period", "2026-01-31")).isEqualTo(1);
        assertThat(ben.err()).startsWith("NOT_ALLOWED: ");
        ben.run("post", file("dollars.csv", "key,effective,type,item,quantity,unit_cost,currency\n"
            + "D1,2026-02-03,receipt,NUT,10,2.00,USD\n").toString());
        assertThat(ben.err()).doesNotContain("valuation.view").doesNotContain("CONVERSION");
    }

}
