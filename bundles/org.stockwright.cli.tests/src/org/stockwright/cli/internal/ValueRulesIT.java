package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What decides about values by commands and files: methods, accounts, prices, terms, groups, orders, approvals, systems. */
class ValueRulesIT extends ValueShop {

    private static final String PASSWORD = "seven quiet ledgers";

    @Test
    void costMethodsAreListedAndSet() throws IOException {
        Shell shell = shop();
        assertThat(rows(shell, "cost-method")).containsExactly("level,subject,method,from,scope",
            "company,,average,,company");
        assertThat(rows(shell, "cost-method", "fifo", "--category", "Fasteners"))
            .contains("category,Fasteners,fifo,,company");
        assertThat(rows(shell, "value").get(1)).isEqualTo("BOLT,40,EA,1.6,64.00,fifo");
        assertThat(rows(shell, "cost-method", "average", "--item", "BOLT", "--from", "2026-02-01"))
            .contains("item,BOLT,average,2026-01-31T23:00:00Z,company");
        assertThat(shell.run("cost-method", "specific", "--item", "BOLT")).isEqualTo(1);
        assertThat(shell.err()).startsWith("METHOD_NEEDS: ");
        assertThat(shell.run("cost-method", "--scope", "site")).isEqualTo(1);
        assertThat(shell.err()).startsWith("SCOPE_FIXED: ");
        assertThat(shell.run("cost-method", "fifo", "--item", "BOLT", "--category", "Fasteners")).isEqualTo(2);
        assertThat(shell.run("cost-method", "--from", "2026-02-01")).isEqualTo(2);
    }

    @Test
    void aProductionOrderCollectsCostAndGivesItToWhatItMakes() throws IOException {
        Shell shell = shop();
        rows(shell, "post", file("used.csv", """
            key,effective,type,item,quantity,reference
            U1,2026-02-03,consume,BOLT,4,PO-1
            """).toString());
        assertThat(rows(shell, "orders")).containsExactly("order,holds", "PO-1,5.00");
        assertThat(rows(shell, "order-cost", "--key", "L1", "--order", "PO-1", "--labour", "6.00", "--effective",
            "2026-02-04")).containsExactly("order,holds", "PO-1,11.00");
        rows(shell, "post", file("made.csv", """
            key,effective,type,item,quantity,unit_cost,reference
            M9,2026-02-05,produce,NUT,2,1.00,PO-1
            """).toString());
        assertThat(rows(shell, "close-order", "--key", "C1", "--order", "PO-1", "--effective", "2026-02-06"))
            .containsExactly("order,variance", "PO-1,9.00");
        assertThat(rows(shell, "orders")).containsExactly("order,holds");
        assertThat(rows(shell, "tie-out")).anyMatch(row -> row.startsWith("orders-equal-journal,"));
        assertThat(shell.run("order-cost", "--key", "L2", "--order", "PO-9", "--labour", "1")).isEqualTo(1);
        assertThat(shell.err()).startsWith("UNKNOWN_ORDER: ");
        Path lost = file("lost.csv", "key,effective,type,item,quantity\nU2,2026-02-03,consume,BOLT,1\n");
        assertThat(shell.run("post", lost.toString())).isEqualTo(1);
        assertThat(shell.err()).contains("ORDER_MISSING: ", "(lost.csv:2, column reference)");
    }

    @Test
    void inABookWithUsersOneProposesAWriteDownAndAnotherApprovesIt() throws IOException {
        Shell shell = shop();
        assertThat(shell.with(Passwords.FRESH, PASSWORD).run("user", "add", "anna")).as(shell::err).isZero();
        shell.with(Passwords.OWN, PASSWORD);
        assertThat(shell.run("user", "add", "ben", "--role", "Controller")).as(shell::err).isZero();
        Shell ben = new Shell("--db", folder.resolve("db").toString(), "--user", "ben").with(Passwords.OWN, PASSWORD);
        assertThat(ben.run("write-down", "--key", "W1", "--item", "BOLT", "--amount", "12", "--reason", "price fell",
            "--effective", "2026-02-01")).isEqualTo(1);
        assertThat(ben.err()).startsWith("NEEDS_APPROVAL: ");
        List<String> proposed = rows(ben, "write-down", "propose", "--key", "W1", "--item", "BOLT", "--amount", "12",
            "--reason", "price fell", "--basis", "list price 1.00 less 5 %", "--effective", "2026-02-01");
        assertThat(proposed.getFirst()).isEqualTo("key,item,amount,effective,value,reason,basis,state,proposed,"
            + "proposed_by,decided,decided_by,decision_reason");
        assertThat(proposed.get(1)).startsWith("W1,BOLT,12.00,2026-01-31T23:00:00Z,50.00,price fell,")
            .contains(",proposed,").endsWith(",ben,,,");
        assertThat(ben.run("write-down", "approve", "W1")).isEqualTo(1);
        assertThat(ben.err()).startsWith("OWN_PROPOSAL: ");
        assertThat(ben.run("write-down", "reject", "W1", "--reason", "no")).isEqualTo(1);
        assertThat(ben.err()).startsWith("OWN_PROPOSAL: ");
        assertThat(rows(shell, "value").get(1)).endsWith(",50.00,average");
        assertThat(shell.run("role", "save", "Proposer", "--permission", "valuation.view", "--permission",
            "valuation.costs", "--permission", "security.costs", "--permission", "exchange.export")).as(shell::err)
            .isZero();
        assertThat(shell.run("user", "add", "carl", "--role", "Proposer")).as(shell::err).isZero();
        Shell carl = new Shell("--db", folder.resolve("db").toString(), "--user", "carl").with(Passwords.OWN,
            PASSWORD);
        assertThat(carl.run("write-down", "approve", "W1")).isEqualTo(1);
        assertThat(carl.err()).startsWith("NOT_ALLOWED: ").contains("valuation.approve");
        assertThat(rows(shell, "write-down", "approve", "W1").get(1)).contains(",approved,").endsWith(",anna,");
        assertThat(rows(shell, "value").get(1)).endsWith(",38.00,average");
        assertThat(rows(shell, "write-down", "list")).hasSize(2);
        assertThat(rows(shell, "write-down", "list", "--open")).hasSize(1);
        assertThat(rows(shell, "audit", "--from", "2020-01-01"))
            .anyMatch(row -> row.contains("WRITE_DOWN_PROPOSED") && row.contains("ben"))
            .anyMatch(row -> row.contains("WRITE_DOWN_APPROVED") && row.contains("anna"));
    }

    @Test
    void goodsInTransitFollowTheTermsOfTheirPlace() throws IOException {
        Shell shell = shop();
        assertThat(shell.run("import", "locations", file("places.csv", "location,name,kind\nSEA,Sea,transit\n")
            .toString())).as(shell::err).isZero();
        assertThat(rows(shell, "transit-terms", "SEA", "--direction", "inbound", "--incoterm", "DAP").get(1))
            .startsWith("SEA,inbound,DAP,,,supplier,");
        assertThat(shell.run("import", "transit-terms", file("terms.csv",
            "place,direction,incoterm,owned_from,effective\nSEA,inbound,DAP,,\nSEA,inbound,fob,,2026-03-01\n")
            .toString())).as(shell::err).isZero();
        assertThat(shell.err()).contains("2 rows: 1 stored, 1 unchanged");
        assertThat(shell.run("import", "transit-terms", file("bad.csv",
            "place,direction,incoterm\nMAIN,inbound,DAP\nSEA,inbound,\nSEA,sideways,DAP\n").toString()))
            .isEqualTo(1);
        assertThat(shell.err()).contains("NO_TRANSIT: ", "(bad.csv:2, column place)", "(bad.csv:3, column incoterm)",
            "(bad.csv:4, column direction)");
        assertThat(shell.run("post", file("sea.csv",
            "key,effective,type,item,quantity,unit_cost,to\nS1,2026-02-01,receipt,BOLT,10,3.00,SEA\n").toString()))
            .as(shell::err).isZero();
        assertThat(rows(shell, "value", "--as-of", "2026-02-02").get(1)).isEqualTo("BOLT,40,EA,1.25,50.00,average");
        assertThat(rows(shell, "value", "--by", "site", "--as-of", "2026-02-02"))
            .contains("BOLT,SEA,10,EA,3,30.00,average,supplier")
            .anyMatch(row -> row.endsWith(",50.00,average,ours"));
        assertThat(rows(shell, "layers", "--item", "BOLT", "--as-of", "2026-02-02"))
            .anyMatch(row -> row.startsWith("BOLT,supplier-transit,SEA,"));
        assertThat(rows(shell, "tie-out", "--as-of", "2026-02-02")).anyMatch(row -> row.startsWith("others-equal-"));
    }

    @Test
    void lotsArePutIntoGroupsBeforeTheyMove() throws IOException {
        Shell shell = shop();
        assertThat(shell.run("lot-group", "harvest", "--item", "BOLT", "--lot", "L1")).isEqualTo(1);
        assertThat(shell.err()).startsWith("SCOPE_FIXED: ");
        assertThat(shell.run("cost-method", "--scope", "barrel")).isEqualTo(2);
        Shell wine = new Shell("--db", folder.resolve("wine").toString());
        assertThat(wine.run("init")).as(wine::err).isZero();
        assertThat(wine.run("import", "items", file("wine.csv", "item,name,unit,tracking\nWINE,Wine,EA,lot\n")
            .toString())).as(wine::err).isZero();
        assertThat(rows(wine, "cost-method", "--scope", "lot-group").get(1)).endsWith(",lot-group");
        assertThat(rows(wine, "lot-group", "harvest 2026", "--item", "WINE", "--lot", "L1", "--lot", "L2"))
            .hasSize(3).element(1).asString().startsWith("WINE,L1,harvest 2026,");
        assertThat(wine.run("import", "lot-groups", file("groups.csv",
            "item,lot,lot_group\nWINE,L1,harvest 2026\nWINE,L3,harvest 2027\n").toString())).as(wine::err).isZero();
        assertThat(wine.err()).contains("2 rows: 1 stored, 1 unchanged");
    }

    @Test
    void foreignPricesAreConvertedAtTheRateOfTheirDay() throws IOException {
        Shell shell = shop();
        Path dollars = file("dollars.csv", """
            key,effective,type,item,quantity,unit_cost,currency
            D1,2026-02-03,receipt,NUT,10,2.00,USD
            D2,2026-02-11,receipt,NUT,10,2.00,USD
            """);
        assertThat(shell.run("post", dollars.toString())).isEqualTo(1);
        assertThat(shell.err()).contains("NO_EXCHANGE_RATE: ", "(dollars.csv:2, column currency)");
        assertThat(shell.run("import", "exchange-rates",
            file("rates.csv", "currency,effective,rate\nUSD,2026-02-01,0.9\nUSD,2026-02-10,0.8\n").toString()))
            .as(shell::err).isZero();
        assertThat(shell.run("post", dollars.toString())).as(shell::err).isZero();
        assertThat(rows(shell, "value", "--item", "NUT").get(1)).isEqualTo("NUT,20,EA,1.7,34.00,average");
        assertThat(shell.run("post", dollars.toString())).as(shell::err).isZero();
        assertThat(shell.err()).contains("0 posted, 2 repeated");
    }

    @Test
    void lateCostsComeFromAFileToo() throws IOException {
        Shell shell = shop();
        Path costs = file("costs.csv", """
            key,effective,document,freight,by,reference
            C1,2026-01-25,M1,15,quantity,INV-9
            C1,,M3,,,
            """);
        assertThat(shell.run("import", "late-costs", costs.toString(), "--dry-run")).as(shell::err).isZero();
        assertThat(shell.run("import", "late-costs", costs.toString())).as(shell::err).isZero();
        assertThat(shell.err()).contains("2 rows: 2 stored, 0 unchanged");
        assertThat(rows(shell, "journal", "--from", "2026-01-25")).anyMatch(row -> row.contains(",late-cost,"));
        assertThat(shell.run("import", "late-costs", costs.toString())).as(shell::err).isZero();
        assertThat(shell.err()).contains("2 rows: 0 stored, 2 unchanged");
        assertThat(rows(shell, "tie-out")).isNotEmpty();
    }

    @Test
    void accountsAndRulesFromFilesDecideWhatIsBookedWhere() throws IOException {
        Shell shell = shop();
        assertThat(shell.run("import", "accounts", file("accounts.csv", "account,name,type\n5010,Bolts sold,expense\n")
            .toString())).as(shell::err).isZero();
        assertThat(shell.run("import", "posting-rules", file("rules.csv",
            "category,type,side,account,cost_centre,effective\nFasteners/Bolts,issue,customer,5010,SHOP,2026-02-01\n")
            .toString()))
            .as(shell::err).isZero();
        assertThat(shell.run("post", file("sale.csv", "key,effective,type,item,quantity\nS1,2026-02-01,issue,BOLT,4\n")
            .toString())).as(shell::err).isZero();
        assertThat(rows(shell, "journal", "--account", "5010").get(1))
            .contains(",5010,Bolts sold,1300,Inventory,SHOP,5.00,");
        assertThat(rows(shell, "explain", "value", "--item", "BOLT").getLast()).contains(",-5.00,45.00,");
    }

    @Test
    void thePeriodicSystemBooksCostOfSalesFromACount() throws IOException {
        Shell shell = shop();
        assertThat(rows(shell, "periodic", "status")).hasSize(2);
        assertThat(shell.err()).contains("Now the books follow the perpetual inventory system.");
        assertThat(shell.run("periodic", "reconcile", "2026-01-31")).isEqualTo(1);
        assertThat(shell.err()).startsWith("NOT_PERIODIC: ");
        rows(shell, "periodic", "set", "periodic", "--dry-run");
        assertThat(rows(shell, "periodic", "status")).as("nothing was stored").hasSize(2);
        assertThat(rows(shell, "periodic", "set", "periodic").get(1)).isEqualTo("periodic,,anna");
        assertThat(rows(shell, "journal", "balances")).anyMatch(row -> row.startsWith("5050,Purchases,expense,180.00,"))
            .noneMatch(row -> row.startsWith("5000,"));
        assertThat(rows(shell, "explain", "value", "--item", "BOLT")).as("the sub-ledger says why").hasSize(5);
        assertThat(shell.err()).isEmpty();
        assertThat(rows(shell, "movements", "--item", "BOLT").get(2)).contains(",30.00,");
        assertThat(rows(shell, "journal")).hasSize(3);
        assertThat(rows(shell, "journal", "--sub-ledger")).hasSize(5);
        Path counted = file("counted.csv", "item,quantity\nBOLT,38\n");
        rows(shell, "periodic", "count", "2026-01-31", counted.toString(), "--dry-run");
        assertThat(shell.err()).contains("1 would be stored");
        rows(shell, "periodic", "count", "2026-01-31", counted.toString());
        rows(shell, "periodic", "count", "2026-01-31", counted.toString());
        assertThat(shell.err()).contains("0 stored, 1 unchanged");
        assertThat(shell.run("periodic", "count", "2026-01-31",
            file("wrong.csv", "item,quantity,location\nBOLT,-1,\nNUT,1,NOWHERE\n").toString())).isEqualTo(1);
        assertThat(shell.err()).contains("BAD_COUNT", "UNKNOWN_LOCATION", "wrong.csv");
        List<String> reconciled = rows(shell, "periodic", "reconcile", "2026-01-31");
        assertThat(reconciled.getFirst()).startsWith("item,unit,method,opening,entered,purchased,returned,");
        assertThat(reconciled).hasSize(2).element(1).isEqualTo(
            "BOLT,EA,average,0,0,150,0,0,110,0,40,38,counted,-2,40,-2,0.00,180.00,0.00,45.60,134.40,2.40,50.00");
        assertThat(shell.err()).contains("Cost of sales 134.40 EUR, of which 2.40 EUR is not explained by sales.");
        assertThat(rows(shell, "periodic", "reconcile", "2026-01-31", "--totals")).contains("purchases,180.00",
            "closing,-45.60", "cost_of_sales,134.40", "of_which_shrinkage,2.40");
        assertThat(shell.run("close-period", "2026-01-31")).isEqualTo(1);
        assertThat(shell.err()).startsWith("PERIODIC_OPEN: ");
        rows(shell, "periodic", "close", "2026-01-31", "--dry-run");
        assertThat(shell.err()).contains("1 difference between count and ledger not posted.");
        assertThat(rows(shell, "on-hand", "--item", "BOLT").toString()).contains("40");
        assertThat(rows(shell, "periodic", "close", "2026-01-31", "--post-differences", "--reason", "done").get(1))
            .startsWith("closed,periodic,,2026-01-31,done,1,45.60,134.40,");
        assertThat(shell.err()).contains("1 difference between count and ledger posted.");
        assertThat(rows(shell, "on-hand", "--item", "BOLT").toString()).contains("38");
        assertThat(rows(shell, "journal", "balances"))
            .anyMatch(row -> row.startsWith("5000,") && row.contains(",134.40"))
            .anyMatch(row -> row.startsWith("1300,") && row.contains(",45.60"));
        assertThat(rows(shell, "tie-out")).anyMatch(row -> row.startsWith("periodic-calculation,2026-01-31,"));
        assertThat(shell.run("periodic", "close", "2026-01-31")).isEqualTo(1);
        assertThat(shell.err()).startsWith("PERIOD_CLOSED_ALREADY: ");
        rows(shell, "close-period", "2026-01-31");
        assertThat(shell.run("periodic", "reopen", "2026-01-31", "--reason", "no")).isEqualTo(1);
        assertThat(shell.err()).startsWith("LATER_PERIOD_CLOSED: ");
        rows(shell, "reopen-period", "2026-01-31", "--reason", "again");
        assertThat(rows(shell, "periodic", "reopen", "2026-01-31", "--reason", "again").get(1))
            .startsWith("reopened,periodic,,2026-01-31,again,,,,,");
        assertThat(shell.run("periodic", "status", "--format", "json")).isZero();
        assertThat(shell.out()).contains("\"cost_of_sales\":134.40");
    }

}
