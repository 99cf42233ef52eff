package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PurchasingCommandsIT extends ValueShop {

    private Shell buyer() throws IOException {
        Shell shell = shop();
        rows(shell, "import", "partners", file("partners.csv", """
            partner,name,roles
            ACME,Acme Ltd.,supplier
            """).toString());
        rows(shell, "import", "item-suppliers", file("terms.csv", """
            item,supplier,price,unit,minimum,multiple,lead_time_days,rank
            BOLT,ACME,1.50,EA,10,5,7,1
            """).toString());
        return shell;
    }

    @Test
    void aRequisitionBecomesAnOrderThatIsSentConfirmedAndClosed() throws IOException {
        Shell shell = buyer();
        List<String> wanted = rows(shell, "requisition", "new", "--key", "R-1", "--department", "Office", "--line",
            "BOLT=20");
        assertThat(wanted.getFirst())
            .isEqualTo("number,kind,state,partner,reference,date,due,currency,total,lines,revision");
        assertThat(wanted.get(1)).startsWith("PR-000001,requisition,submitted,,,").endsWith(",EUR,30,1,0");
        assertThat(shell.run("requisition", "order", "PR-000001", "--key", "O-1")).isEqualTo(1);
        assertThat(shell.err()).startsWith("NOT_IN_THIS_STATE: ");
        rows(shell, "requisition", "approve", "PR-000001");
        assertThat(rows(shell, "requisition", "order", "PR-000001", "--key", "O-1").get(1))
            .startsWith("PO-000001,purchase-order,open,ACME,");
        assertThat(rows(shell, "requisition", "list")).hasSize(2);
        assertThat(rows(shell, "requisition", "list", "--open")).hasSize(1);
        rows(shell, "order", "approve", "PO-000001");
        rows(shell, "order", "send", "PO-000001", "--by", "e-mail");
        assertThat(rows(shell, "order", "confirm", "PO-000001", "--promised", "2030-01-31").get(1))
            .contains(",confirmed,");
        assertThat(rows(shell, "order", "show", "PO-000001").get(1)).contains("2030-01-31", "confirmed 20 EA",
            "PR-000001");
        assertThat(rows(shell, "order", "show", "PO-000001", "--chain")).anyMatch(
            row -> row.startsWith("PR-000001,1,BOLT,ordered,20,PO-000001,purchase-order,"));
        assertThat(rows(shell, "order", "revise", "PO-000001", "--line", "1", "--quantity", "15", "--reason", "less")
            .get(1)).endsWith(",22.5,1,2");
        assertThat(rows(shell, "order", "close", "PO-000001", "--reason", "none left").get(1)).contains(",closed,");
        assertThat(rows(shell, "order", "show", "PO-000001", "--trail")).anyMatch(row -> row.contains("closed short"));
        assertThat(shell.run("order", "cancel", "PO-000001", "--reason", "no")).isEqualTo(1);
        assertThat(shell.run("order", "show", "PO-000099")).isEqualTo(1);
        assertThat(shell.err()).startsWith("UNKNOWN_DOCUMENT: ");
    }

    @Test
    void ordersComeFromOptionsAndFilesAndInvoicesAreMatchedWithThem() throws IOException {
        Shell shell = buyer();
        assertThat(shell.run("order", "purchase", "--key", "K-1", "--supplier", "ACME", "--line", "BOLT=7", "--line",
            "BOLT")).isEqualTo(1);
        assertThat(shell.err()).startsWith("BAD_LINE: ");
        assertThat(shell.run("order", "purchase", "--key", "K-1", "--supplier", "ACME", "--line", "BOLT=7"))
            .isEqualTo(1);
        assertThat(shell.err()).startsWith("BELOW_MINIMUM: ").contains("Order 10 EA");
        rows(shell, "order", "purchase", "--key", "K-1", "--supplier", "ACME", "--file",
            file("lines.csv", "item,quantity,price\nBOLT,20,1.40\nNUT,5,0.30\n").toString(), "--any-quantity");
        rows(shell, "order", "approve", "PO-000001");
        assertThat(rows(shell, "purchasing-rules", "matching", "--receipts", "false")).contains(
            "receipts-count,,,,false,");
        assertThat(rows(shell, "invoice", "enter", "--key", "I-1", "--order", "PO-000001", "--invoice", "R-1",
            "--line", "BOLT=20@1.45").get(1)).startsWith("SI-000001,R-1,blocked,ACME,EUR,29,1,false,")
            .contains("The price is 1.45");
        assertThat(rows(shell, "invoice", "release", "SI-000001", "--reason", "agreed").get(1))
            .contains(",released,");
        assertThat(rows(shell, "received-not-invoiced")).hasSize(1);
        assertThat(rows(shell, "supplier-figures")).hasSize(1);
        rows(shell, "purchasing-rules", "limit", "boss", "--amount", "10");
        rows(shell, "import", "purchase-orders", file("orders.csv", """
            order,supplier,date,item,quantity,price,due,any_quantity
            X-1,ACME,2026-01-05,BOLT,3,1.50,2026-01-09,yes
            X-1,ACME,,NUT,4,0.20,,
            """).toString());
        assertThat(rows(shell, "order", "list", "--text", "X-1").get(1)).startsWith("PO-000002,purchase-order,open,");
        assertThat(shell.run("order", "approve", "PO-000002")).isEqualTo(1);
        assertThat(shell.err()).startsWith("OVER_LIMIT: ");
    }

}
